import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compressFiles } from './site/compress-files.ts';
import { writeInlineHashes } from './site/inline-hashes.ts';
import { docusaurus, runNode } from './site/run-node.ts';
import { readSettings, type SiteSettings } from './site/settings.ts';

const project = resolve(import.meta.dirname, '..');

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
    runNode(root, ['scripts/prepare-site.ts'], env, { quiet: false }),
  );
  await step('Writing the types of the platform API', () => runNode(root, ['scripts/generate-types.ts'], env));
  const site = join(caisDir, 'site');
  rmSync(site, { recursive: true, force: true });
  await step('Building the pages', () => runNode(root, [docusaurus, 'build', '--out-dir', site], env));
  await step('Indexing the pages for the search', () =>
    runNode(root, ['scripts/search/index-site.ts'], env, { quiet: false }),
  );
  writeInlineHashes(site, join(caisDir, 'inline-hashes.json'));
  await step('Compressing the files', () => compressFiles(site));
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  console.log(`${name} …`);
  await work();
  console.log(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (import.meta.main) {
  await buildSite().catch((error: Error) => {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  });
}
