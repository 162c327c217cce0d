import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { childEnvironment } from './child-environment.ts';

const command = join(import.meta.dirname, '../../cli/cais.mjs');

const children: ChildProcess[] = [];

/** What a command line ended with. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CaisOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** The Node that starts it; this process's own without one. */
  node?: string;
}

/** Starts `cais` as a process of its own, which leads a group with all that it starts. */
export function spawnCais(
  args: string[],
  { cwd, env, node = process.execPath }: CaisOptions = {},
): ChildProcess & { stdout: Readable; stderr: Readable } {
  const child = spawn(node, [command, ...args], {
    cwd,
    env: childEnvironment(env),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child as ReturnType<typeof spawnCais>;
}

/** Runs `cais` to its end. */
export async function runCais(args: string[], options?: CaisOptions): Promise<Ended> {
  const child = spawnCais(args, options);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: code as number | null, stdout, stderr };
}

/** A sandbox in its own process. */
export interface CaisSandbox {
  /** The line that it printed when it was ready. */
  ready: {
    url: string;
    platform_url: string;
    key: string;
    workspace_id: string;
    apis: { slug: string; title: string; url: string; host_url: string | null; operations: number }[];
    faulty: string[];
  };
  child: ChildProcess;
  /** What it has written to its error output so far. */
  errors(): string;
  /** Sends a signal and returns the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `cais sandbox … --json` on a free port and waits for its line; throws with its error output when it ends first. */
export async function startCaisSandbox(args: string[], options?: CaisOptions): Promise<CaisSandbox> {
  const child = spawnCais(['sandbox', ...args, '--port', '0', '--json'], options);
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close');
  let line = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    line += chunk;
    if (line.includes('\n')) break;
  }
  if (!line.includes('\n')) throw new Error(`The sandbox did not start: ${errors}`);
  child.stdout.resume();
  return {
    ready: JSON.parse(line),
    child,
    errors: () => errors,
    async end(signal = 'SIGINT') {
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
  };
}

/** Kills what tests have left running, also what a `cais` that is gone had started: it would hold this process open. */
export function killCais(): void {
  for (const { pid } of children.splice(0)) {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
