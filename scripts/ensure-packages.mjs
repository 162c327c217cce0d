import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTooOld, oldestToStart } from '../server/settings/node-versions.mjs';
import { projectNode, root, runChild } from './run-child.mjs';

/**
 * Installs the packages in the lockfile if any are missing, including development packages, which the build needs. A package has no
 * lockfile: it was installed with all that it needs. Ends the process where its Node is too old for that.
 */
export async function ensurePackages() {
  const tooOld = findTooOld(oldestToStart);
  if (tooOld) {
    console.error(tooOld);
    process.exit(1);
  }
  const missing = whyInstall();
  if (!missing) return;
  console.log(`Installing packages (${missing}). This takes about a minute, once.`);
  const started = Date.now();
  // npm shows its own progress on a terminal; elsewhere print a line now and then.
  const beat = process.stderr.isTTY
    ? undefined
    : setInterval(() => console.log(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`), 15_000);
  const { code, interrupted } = await runNpm(['ci', '--include=dev', '--loglevel=error']);
  clearInterval(beat);
  if (interrupted) process.exit(130);
  if (code !== 0) {
    console.error('\nThe packages could not be installed. See the output above, then try again.');
    process.exit(code ?? 1);
  }
  console.log(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

/** @param {string[]} args */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') ? runChild(process.execPath, [npm, ...args]) : runChild('npm', args);
}

/**
 * Compares the lockfile with npm's record of the installed packages.
 * @returns {string | undefined} why an installation is needed
 */
function whyInstall() {
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock)) return undefined;
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record) || !existsSync(projectNode)) return 'none here yet';
  const wanted = readLock(lock);
  const present = readLock(record);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const installed = present[path];
    const needed = !entry.optional && !entry.peer && !entry.devOptional;
    if (installed ? installed.version !== entry.version : needed) return 'the lockfile has changed';
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }>}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
