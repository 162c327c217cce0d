import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { compileCache, projectNode, root } from '../run-child.mjs';

export interface Restartable {
  /** Ends the process, if it runs, and starts another. */
  restart: () => Promise<void>;
  end: () => Promise<void>;
}

/** For how long a process may take to end, in milliseconds. */
const patience = 5_000;

/** A script that is run again and again. One that ends by itself, for a fault that it has told, waits for the next restart. */
export function restartable(args: () => string[], env: NodeJS.ProcessEnv): Restartable {
  let child: ChildProcess | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const done = turn.then(run);
    turn = done.catch(() => {});
    return done;
  };
  const end = async () => {
    if (child && child.exitCode === null && child.signalCode === null) await endChild(child);
    child = undefined;
  };
  return {
    end: () => inTurn(end),
    restart: () =>
      inTurn(async () => {
        await end();
        child = spawn(projectNode, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...args()], {
          cwd: root,
          // A group of its own: Ctrl-C reaches it once, from here.
          detached: process.platform !== 'win32',
          env: { ...process.env, ...compileCache, ...env },
          stdio: ['ignore', 'inherit', 'inherit'],
        });
      }),
  };
}

async function endChild(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  signal(child, 'SIGTERM');
  await Promise.race([gone, sleep(patience, undefined, { ref: false })]);
  signal(child, 'SIGKILL');
  await gone;
}

/** To the whole group: Docusaurus is started by its command. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
