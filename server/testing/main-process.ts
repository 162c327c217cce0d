import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../net/free-port.ts';
import { childEnvironment } from './child-environment.ts';

const children: ChildProcess[] = [];

/** `server/main.ts` in its own process. */
export interface MainProcess {
  child: ChildProcess;
  origin: string;
  /** Everything written so far, on both streams. */
  output(): string;
}

/** Starts `server/main.ts`, which may fail. */
export function startMain(env: Record<string, string>): Pick<MainProcess, 'child' | 'output'> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts')], {
    env: childEnvironment({ SPECS_PATH: 'specs', LOG_LEVEL: 'info', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  return { child, output: () => text };
}

/** Starts `server/main.ts` on a free port and waits until it answers; throws with its output when it ends first. */
export async function startReadyMain(env: Record<string, string>): Promise<MainProcess> {
  const port = await freePort();
  const { child, output } = startMain({ PORT: String(port), HOST: '127.0.0.1', ...env });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await isAlive(origin))) {
    assert.equal(child.exitCode, null, `the portal did not start: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { child, origin, output };
}

async function isAlive(origin: string): Promise<boolean> {
  return fetch(`${origin}/livez`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Sends a signal and returns how the process ended. */
export async function endMain(
  { child }: Pick<MainProcess, 'child'>,
  signal: NodeJS.Signals,
): Promise<[code: number | null, signal: string | null]> {
  const exit = once(child, 'exit');
  child.kill(signal);
  return (await exit) as [number | null, string | null];
}

/** Kills what tests have left running. */
export function killMains(): void {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
}
