import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages } from './ensure-packages.mjs';
import { projectNode, root, runChild } from './run-child.mjs';

/** All that the built portal is made of, beside the documents; the lockfile stands for the packages. */
const INPUTS = [
  'docs',
  'i18n',
  'src',
  'static',
  'scripts/build.ts',
  'scripts/prepare-site.ts',
  'scripts/generate-types.ts',
  'scripts/search',
  'scripts/site',
  'server/openapi',
  '.browserslistrc',
  'docusaurus.config.ts',
  'openapi-ts.config.ts',
  'sidebars.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** What the build itself puts among its sources. */
const GENERATED = join(root, 'src/generated');

/**
 * Builds the portal into `$CAIS_DIR/site`, unless the one there was made of the same files and settings.
 * @param {{ always?: boolean, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` says nothing, and throws what went wrong
 * @returns {Promise<boolean>} whether it was built now
 */
export async function ensureSite({ always = false, env = {}, quiet = false } = {}) {
  const settings = { ...process.env, ...env };
  const folder = resolve(root, settings.CAIS_DIR ?? '.cais');
  const stamp = join(folder, 'site.stamp');
  const digest = digestInputs(settings);
  if (!always && existsSync(join(folder, 'site')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return false;

  const tell = quiet ? () => {} : console.log;
  tell('Building the portal. This takes a minute or two, and only when something in it has changed.');
  const started = Date.now();
  rmSync(stamp, { force: true });
  const { code, interrupted, output } = await runChild(projectNode, ['scripts/build.ts'], { env, quiet });
  if (interrupted) process.exit(130);
  if (code !== 0 && quiet) throw new Error(`The portal could not be built.\n${output}`);
  if (code !== 0) {
    console.error('\nThe portal could not be built. The lines above tell why.');
    process.exit(code ?? 1);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, digest);
  tell(`Portal built in ${Math.round((Date.now() - started) / 1000)} s.\n`);
  return true;
}

/** @param {NodeJS.ProcessEnv} settings */
function digestInputs(settings) {
  const hash = createHash('sha256');
  const specs = (settings.SPECS_PATH ?? 'specs').split(delimiter);
  // The portal's address is written into its pages.
  hash.update(`${settings.PUBLIC_URL ?? `http://localhost:${settings.PORT ?? 3000}`}\n${specs}\n`);
  for (const input of [...INPUTS, ...specs]) digestFile(hash, resolve(root, input));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path a file, or a folder with all that is in it
 */
function digestFile(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (path === GENERATED) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort()) digestFile(hash, join(path, name));
  } else if (!/\.test\.\w+$/.test(path)) {
    hash.update(`${path}\n`).update(readFileSync(path));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensurePackages();
  await ensureSite({ always: true });
}
