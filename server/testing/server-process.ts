import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../net/free-port.ts';
import { childEnvironment } from './child-environment.ts';
import { temporaryFolder } from './test-specs.ts';

/** A server in its own process, to be killed. */
export interface ServerProcess {
  origin: string;
  child: ChildProcess;
  /** How it ended: a signal, or a code. */
  ended: Promise<NodeJS.Signals | number | null>;
}

/** Starts `crashing-server.ts` and waits until it answers or has ended. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crashing-server.ts')], {
    env: childEnvironment({ LOG_LEVEL: 'error', LIMITS: 'off', PORT: String(port), ...env }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? code);
  await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended]);
  return { origin: `http://127.0.0.1:${port}`, child, ended };
}

/** Waits for a process to end by itself, and fails when it does not. */
export async function endOf({ ended }: ServerProcess, seconds = 30): Promise<NodeJS.Signals | number | null> {
  const late = wait(seconds * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`The process still runs after ${seconds} s.`);
  });
  return Promise.race([ended, late]);
}

/** A folder with only these APIs of the project: a process with fewer documents starts sooner. */
export function onlySpecs(...slugs: string[]): string {
  const folder = temporaryFolder();
  for (const slug of slugs) symlinkSync(resolve('specs', slug), join(folder, slug));
  return folder;
}
