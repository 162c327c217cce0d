import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeOfPrograms } from '../get-program.mjs';
import { compileCache, endGroup } from '../run-child.mjs';

export interface Restartable {
  isRunning: () => boolean;
  /** Ends the process, if it runs, and starts another. */
  restart: () => Promise<void>;
  /** Ends the process for good. */
  end: () => Promise<void>;
}

/** For how long a process may take to end, in milliseconds. */
const patience = 5_000;

/** A script that is run again and again. One that ends by itself, for a fault that it has told, waits for the next restart. */
export function restartable(args: () => string[], cwd: string, env: NodeJS.ProcessEnv): Restartable {
  let child: ChildProcess | undefined;
  let isOver = false;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const done = turn.then(run);
    turn = done.catch(() => {});
    return done;
  };
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  // Also where this process ends by a fault.
  process.once('exit', () => child && isRunning() && endGroup(child, 'SIGTERM'));
  const end = async () => {
    if (child && isRunning()) await endChild(child);
  };
  return {
    isRunning,
    end: () => {
      isOver = true;
      return inTurn(end);
    },
    restart: () =>
      inTurn(async () => {
        await end();
        if (isOver) return;
        child = spawn(nodeOfPrograms(), ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...args()], {
          cwd,
          // A group of its own: Ctrl-C reaches it once, from here.
          detached: process.platform !== 'win32',
          env: { ...process.env, ...compileCache, ...env },
          stdio: ['ignore', 'inherit', 'inherit'],
        });
      }),
  };
}

/** The whole group: Docusaurus is started by its command. */
async function endChild(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  endGroup(child, 'SIGTERM');
  await Promise.race([gone, sleep(patience, undefined, { ref: false })]);
  endGroup(child, 'SIGKILL');
  await gone;
}
