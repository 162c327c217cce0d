import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';
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
  const folder = resolve(root, portalFolders(settings, root).caisDir);
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

/** @param {NodeJS.ProcessEnv} settings */
function digestInputs(settings) {
  const hash = createHash('sha256');
  const { portal, specsPath } = portalFolders(settings, root);
  const specs = [...specsPath.split(delimiter), 'specs/platform'];
  // The portal's address is part of its pages.
  hash.update(`${settings.PUBLIC_URL ?? `http://localhost:${settings.PORT ?? 3000}`}\n${specs}\n`);
  hash.update(`${settings.FAULT_DETAILS === 'open'}\n`);
  const own = PORTAL_INPUTS.map((name) => join(portal, name));
  const code = serverRoot() === root ? INPUTS : [root, serverRoot()];
  for (const input of [...code, ...own, ...specs]) digestFile(hash, resolve(root, input));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path a file, or a folder with everything in it
 */
function digestFile(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (GENERATED.includes(path) || basename(path) === 'node_modules') return;
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
