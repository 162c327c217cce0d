import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Signals PostgreSQL and all of its processes, of which the first may start others; only on Linux. */
export function signalAll({ pid }: ChildProcess, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const parent = pid as number;
  process.kill(parent, signal);
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim();
  for (const child of children ? children.split(' ') : []) process.kill(Number(child), signal);
}

/** Waits until PostgreSQL accepts connections; fails with its log when it ends first. */
export async function listening(log: NodeJS.ReadableStream, gone: Promise<unknown>): Promise<void> {
  let text = '';
  const ready = new Promise<void>((resolve) => {
    log.on('data', (chunk) => {
      // What it writes later is not kept.
      if (text.length < 100_000) text += chunk;
      if (/ready to accept (read-only )?connections/.test(text)) resolve();
    });
  });
  const early = gone.then(() => Promise.reject(new Error(`PostgreSQL did not start: ${text}`)));
  early.catch(() => {});
  await Promise.race([ready, early]);
}
