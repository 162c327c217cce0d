import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { portalFolders } from '../server/settings/portal-folders.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { getProgram, nodeOfPrograms, serverRoot } from './get-program.mjs';
import { root, runChild } from './run-child.mjs';

/** The inputs of the build besides the documents; the lockfile represents the packages. Of a package, everything is one. */
export const INPUTS = [
  ...readdirSync(join(root, 'i18n')).flatMap((code) =>
    readdirSync(join(root, 'i18n', code)).flatMap((file) => (file.endsWith('.json') ? `i18n/${code}/${file}` : [])),
  ),
  'guides',
  'src',
  'scripts/build.ts',
  'scripts/prepare-site.ts',
  'scripts/generate-types.ts',
  'scripts/get-program.mjs',
  'scripts/run-child.mjs',
  'scripts/update-folder.ts',
  'scripts/search',
  'scripts/site',
  // The pages on how an API works show what its sandbox responds.
  'server',
  'wire',
  '.browserslistrc',
  'docusaurus.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** The inputs of the build in the portal's own folder. */
export const PORTAL_INPUTS = ['cais.config.ts', 'docs', 'i18n', 'static', 'sidebars.ts'];

/** Output of the build inside input folders. */
const GENERATED = ['src/generated', 'server/platform/generated'].map((folder) => join(root, folder));

/**
 * Builds the portal into `$CAIS_DIR/site`, unless it is up to date with the input files and settings.
 * @param {{ always?: boolean, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` prints nothing and throws on failure
 * @returns {Promise<boolean>} whether it was built
 */
export async function ensureSite({ always = false, env = {}, quiet = false } = {}) {
  const settings = { ...process.env, ...env };
  const folder = resolve(root, findFolders(settings, quiet).caisDir);
  const stamp = join(folder, 'site.stamp');
  const digest = digestInputs(settings);
  if (!always && existsSync(join(folder, 'site')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return false;

  const log = quiet ? () => {} : console.log;
  log('Building the portal. This takes a minute or two, and happens only after changes.');
  const started = Date.now();
  rmSync(stamp, { force: true });
  const { code, interrupted, output } = await runChild(nodeOfPrograms(), [getProgram('scripts/build')], {
    env,
    quiet,
    cwd: process.cwd(),
  });
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
/**
 * Ends the process where there is no portal, unless that is for the caller to tell.
 * @param {NodeJS.ProcessEnv} settings
 * @param {boolean} isThrown
 */
function findFolders(settings, isThrown) {
  try {
    return portalFolders(settings, root);
  } catch (error) {
    if (isThrown || !(error instanceof Error)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * A digest of all that the pages are made of.
 * @param {NodeJS.ProcessEnv} settings
 */
export function digestInputs(settings) {
  const hash = createHash('sha256');
  const { portal, specsPath, dataDir, caisDir } = portalFolders(settings, root);
  // A portal that is one document has these in the folder of its API.
  const made = new Set([...GENERATED, resolve(root, dataDir), resolve(root, caisDir)]);
  const specs = [...specsPath.split(delimiter), 'specs/platform'];
  // The portal's address is part of its pages.
  hash.update(`${settings.PUBLIC_URL ?? `http://localhost:${settings.PORT ?? 3000}`}\n${specs}\n`);
  hash.update(`${settings.FAULT_DETAILS === 'open'}\n`);
  const own = PORTAL_INPUTS.map((name) => join(portal, name));
  const code = serverRoot() === root ? INPUTS : [root, serverRoot()];
  for (const input of [...code, ...own, ...specs]) digestFile(hash, resolve(root, input), made);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path a file, or a folder with everything in it
 * @param {Set<string>} made what lies there and is made of it
 */
function digestFile(hash, path, made) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (made.has(path) || /[\\/](\.git|node_modules)$/.test(path)) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort()) digestFile(hash, join(path, name), made);
  } else if (!/\.test\.\w+$/.test(path)) {
    hash.update(`${path}\n`).update(readFileSync(path));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensurePackages();
  await ensureSite({ always: true });
}
