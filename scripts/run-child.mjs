import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {import('node:child_process').ChildProcess} Child */

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The project's own Node, installed as a package; the machine's may be older. */
export const projectNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Caches compiled server code between starts, which makes the server ready three times as fast. */
export const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') };

const pipes = /** @type {const} */ (['pipe', 'pipe']);
const inherited = /** @type {const} */ (['inherit', 'inherit']);
const tie = /** @type {const} */ (['ipc']);

/** How long the output of a process that has exited may stay open, in milliseconds: one that it left behind may hold it for ever. */
const lastOutput = 5_000;

/**
 * Runs a command, in the project's folder unless told otherwise, and forwards SIGINT and SIGTERM. The child leads its own process group, so that Ctrl-C
 * reaches it once, from here, and not a second time from the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, cwd?: string, isTied?: boolean, onStart?: (child: Child) => void }} [options]
 *   `quiet` captures the output instead of printing it; a tied child has a channel that closes when this process is killed
 * @returns {Promise<{ code: number | null, interrupted: boolean, output: string }>}
 */
export async function runChild(command, args, { env = {}, quiet = false, cwd = root, isTied = false, onStart } = {}) {
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

  onStart?.(child);

  let interrupted = false;
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    interrupted = true;
    endGroup(child, signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const orphaned = onceOrphaned(() => forward('SIGTERM'));
  try {
    const code = await endOf(child);
    return { code, interrupted, output };
  } finally {
    process.off('SIGINT', forward).off('SIGTERM', forward);
    clearInterval(orphaned);
  }
}

/**
 * Resolves with the exit code, null after a signal, once the output has ended too or a process left behind has held it for a while.
 * @param {Child} child
 * @returns {Promise<number | null>}
 */
async function endOf(child) {
  const closed = once(child, 'close').then(([code]) => code);
  const exited = once(child, 'exit').then(([code]) => code);
  closed.catch(() => {});
  const code = await exited;
  await Promise.race([closed, wait(lastOutput, undefined, { ref: false })]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return code;
}

/**
 * npm passes a signal to its shell, which may exit without passing it on. Then this process has no parent and must end itself.
 * @param {() => void} end
 */
export function onceOrphaned(end) {
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
 * Sends a signal to a child and to what it has started.
 * @param {Child} child
 * @param {NodeJS.Signals} signal
 */
export function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has already exited.
  }
}
