import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import type { Context } from '../../server/context.ts';
import { urlOf } from './api-ports.ts';
import type { SandboxKey } from './open-key.ts';
import { sandboxesOf } from './sandboxes-of.ts';

/**
 * Runs a command beside a sandbox, which it finds in its environment; returns the exit code, as a shell would. Signals are passed on:
 * the command decides whether it ends, and the sandbox ends after it.
 */
export async function runBeside(words: string[], context: Context, { secret }: SandboxKey): Promise<number> {
  const { publicUrl } = context.config;
  const [command = '', ...args] = words;
  const [first] = sandboxesOf(context);
  let child: ChildProcess | undefined;
  const pass = (signal: NodeJS.Signals) => child?.kill(signal);
  // Before the command runs: a signal that came between would end this process alone.
  process.on('SIGINT', pass).on('SIGTERM', pass);
  child = spawn(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      CAIS_URL: publicUrl,
      CAIS_API_URL: first ? urlOf(first, context) : publicUrl,
      CAIS_PLATFORM_URL: `${publicUrl}/platform/v1`,
      CAIS_KEY: secret,
    },
  });
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return code ?? 128 + (signal ? constants.signals[signal] : 0);
  } catch (error) {
    console.error(`${command} could not be started (${(error as NodeJS.ErrnoException).code}).`);
    return 127;
  }
}
