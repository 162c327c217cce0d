import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { portalFolders } from '../server/settings/portal-folders.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { projectNode, root, runChild } from './run-child.mjs';

/** The inputs of the build besides the documents; the lockfile represents the packages. */
export const INPUTS = [
  ...readdirSync(join(root, 'i18n')).flatMap((code) => [`i18n/${code}/code.json`, `i18n/${code}/site.json`]),
  'src',
  'scripts/build.ts',
  'scripts/prepare-site.ts',
  'scripts/generate-types.ts',
  'scripts/run-child.mjs',
  'scripts/update-folder.ts',
  'scripts/search',
  'scripts/site',
  'server/answers',
  'server/dialect',
  'server/identity/scope-catalog.ts',
  'server/identity/scopes.ts',
  'server/openapi',
  'server/plan',
  'server/profiles',
  'server/settings/own-extension.ts',
  'server/records/make-record.ts',
  'server/sandbox/seed',
  'server/sandbox/serve-api.ts',
  'server/settings',
  '.browserslistrc',
  'docusaurus.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** The inputs of the build in the portal's own folder. */
export const PORTAL_INPUTS = ['cais.config.ts', 'docs', 'i18n', 'static', 'sidebars.ts'];

/** Build output inside an input folder. */
const GENERATED = join(root, 'src/generated');

/**
 * Builds the portal into `$CAIS_DIR/site`, unless it is up to date with the input files and settings.
 * @param {{ always?: boolean, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` prints nothing and throws on failure
 * @returns {Promise<boolean>} whether it was built
 */
export async function ensureSite({ always = false, env = {}, quiet = false } = {}) {
  const settings = { ...process.env, ...env };
  const folder = resolve(root, portalFolders(settings, root).caisDir);
  const stamp = join(folder, 'site.stamp');
  const digest = digestInputs(settings);
  if (!always && existsSync(join(folder, 'site')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return false;

  const log = quiet ? () => {} : console.log;
  log('Building the portal. This takes a minute or two, and happens only after changes.');
  const started = Date.now();
  rmSync(stamp, { force: true });
  const { code, interrupted, output } = await runChild(projectNode, ['scripts/build.ts'], { env, quiet });
  if (interrupted) process.exit(130);
  if (code !== 0 && quiet) throw new Error(`The portal could not be built.\n${output}`);
  if (code !== 0) {
    console.error('\nThe portal could not be built. See the output above.');
    process.exit(code ?? 1);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, digest);
  log(`Portal built in ${Math.round((Date.now() - started) / 1000)} s.\n`);
  return true;
}

/**
 * A digest of all that the pages are made of.
 * @param {NodeJS.ProcessEnv} settings
 */
export function digestInputs(settings) {
  const hash = createHash('sha256');
  const { portal, specsPath } = portalFolders(settings, root);
  const specs = [...specsPath.split(delimiter), 'specs/platform'];
  // The portal's address is part of its pages.
  hash.update(`${settings.PUBLIC_URL ?? `http://localhost:${settings.PORT ?? 3000}`}\n${specs}\n`);
  hash.update(`${settings.FAULT_DETAILS === 'open'}\n`);
  const own = PORTAL_INPUTS.map((name) => join(portal, name));
  for (const input of [...INPUTS, ...own, ...specs]) digestFile(hash, resolve(root, input));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path a file, or a folder with everything in it
 */
function digestFile(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (path === GENERATED) return;
  if (stat.isDirectory()) {
    // What is generated for a portal may lie beside its document.
    for (const name of readdirSync(path).sort()) if (!name.startsWith('.')) digestFile(hash, join(path, name));
  } else if (!/\.test\.\w+$/.test(path)) {
    hash.update(`${path}\n`).update(readFileSync(path));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensurePackages();
  await ensureSite({ always: true });
}
