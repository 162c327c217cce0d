import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ApiFault } from '../server/openapi/isolation/fault-book.ts';
import { tellFaults } from '../server/openapi/isolation/tell-faults.ts';
import { isStrict } from '../server/settings/strict.ts';
import { getProgram } from './get-program.mjs';
import { listApis } from './site/apis-file.ts';
import { checkBrokenLinks } from './site/broken-links.ts';
import { compressFiles } from './site/compress-files.ts';
import { readFaults } from './site/faults-file.ts';
import { writeFirstStyles } from './site/first-styles.ts';
import { writeInlineHashes } from './site/inline-hashes.ts';
import { renderPages } from './site/render-pages.ts';
import { docusaurus, runNode, tryNode } from './site/run-node.ts';
import { readSettings, type SiteSettings } from './site/settings.ts';
import type { UnrenderedPage } from './site/unrendered-pages.ts';
import { writeJson } from './site/write-file.ts';

const project = resolve(import.meta.dirname, '..');

const types = join(project, 'scripts/generate-types.ts');

/** Files are told by their paths from where the command was typed. */
const here = process.cwd();

/** Builds the portal into `$CAIS_DIR/site`: generates the reference from the documents, then builds every page in each language. */
export async function buildSite(settings: SiteSettings = readSettings(project)): Promise<void> {
  const { root, portal, caisDir, publicUrl, specsPath } = settings;
  const env = {
    PORTAL: portal,
    CAIS_DIR: caisDir,
    PUBLIC_URL: publicUrl,
    SPECS_PATH: specsPath,
    // A separate folder per CAIS_DIR, so that parallel builds do not interfere.
    DOCUSAURUS_GENERATED_FILES_DIR_NAME: join(caisDir, 'docusaurus'),
    // The bundler's cache does not distinguish CAIS_DIRs, so a build could show the APIs of another one.
    DOCUSAURUS_NO_PERSISTENT_CACHE: '1',
  };
  await step('Reading the documents and writing the reference', () =>
    runNode(here, [getProgram('scripts/prepare-site')], env, { quiet: false }),
  );
  // A package brings them.
  if (existsSync(types)) await step('Writing the types of the platform API', () => runNode(root, [types], env));
  const site = join(caisDir, 'site');
  rmSync(site, { recursive: true, force: true });
  const told = new Set(readFaults(caisDir).map(keyOf));
  await step('Building the pages', async () => {
    const output = await renderPages({
      build: () => tryNode(root, [docusaurus, 'build', '--out-dir', site], env),
      prepare: (without) => prepareAgain(without),
      apis: listApis(caisDir).map(({ slug }) => slug),
    });
    for (const line of checkBrokenLinks(output, readFaults(caisDir))) console.log(`  ${line}`);
  });
  await step('Indexing the pages for the search', () =>
    runNode(here, [getProgram('scripts/search/index-site')], env, { quiet: false }),
  );
  await step('Writing the styles that each kind of page begins with', async () => writeFirstStyles(site));
  const met = readFaults(caisDir).filter((fault) => !told.has(keyOf(fault)));
  tellFaults(met, isStrict(process.env), (line) => console.log(line));
  writeInlineHashes(site, join(caisDir, 'inline-hashes.json'));
  await step('Compressing the files', () => compressFiles(site));

  async function prepareAgain(without: UnrenderedPage[]): Promise<void> {
    const file = join(caisDir, 'unrendered.json');
    writeJson(file, without);
    await runNode(here, [getProgram('scripts/prepare-site'), '--without', file], env);
  }
}

function keyOf({ api, operation, message }: ApiFault): string {
  return [api, operation, message.en].join('\n');
}

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  console.log(`${name} …`);
  await work();
  console.log(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (import.meta.main) {
  if (process.argv.includes('--strict')) process.env.STRICT = 'on';
  await buildSite().catch((error: Error) => {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  });
}
