import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The project's own Node, installed as a package; the machine's may be older. */
export const projectNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Caches compiled server code between starts, which makes the server ready three times as fast. */
export const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') };

const pipes = /** @type {const} */ (['pipe', 'pipe']);
const inherited = /** @type {const} */ (['inherit', 'inherit']);
const tie = /** @type {const} */ (['ipc']);

/**
 * Runs a command, in the project's folder unless told otherwise, and forwards SIGINT and SIGTERM. The child leads its own process group, so that Ctrl-C
 * reaches it once, from here, and not a second time from the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, cwd?: string, isTied?: boolean }} [options] `quiet` captures the output
 *   instead of printing it; a tied child has a channel that closes when this process is killed
 * @returns {Promise<{ code: number | null, interrupted: boolean, output: string }>}
 */
export async function runChild(command, args, { env = {}, quiet = false, cwd = root, isTied = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    detached: process.platform !== 'win32',
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`, ...env },
    stdio: ['ignore', ...(quiet ? pipes : inherited), ...(isTied ? tie : [])],
  });
  let output = '';
  const append = (/** @type {string} */ chunk) => {
    output += chunk;
  };
  child.stdout?.setEncoding('utf8').on('data', append);
  child.stderr?.setEncoding('utf8').on('data', append);

  let interrupted = false;
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    interrupted = true;
    endGroup(child, signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const orphaned = onceOrphaned(() => forward('SIGTERM'));
  try {
    const [code] = await once(child, 'close');
    return { code, interrupted, output };
  } finally {
    process.off('SIGINT', forward).off('SIGTERM', forward);
    clearInterval(orphaned);
  }
}

/**
 * npm passes a signal to its shell, which may exit without passing it on. Then this process has no parent and must end itself.
 * @param {() => void} end
 */
function onceOrphaned(end) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  return watch;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has already exited.
  }
}
