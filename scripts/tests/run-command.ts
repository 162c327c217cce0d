import { runChild } from '../run-child.mjs';
import type { Outcome } from './step.ts';

/** Runs a command of the project to its end, with what it writes kept. Ends this process where somebody has interrupted it. */
export async function runCommand(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const { code, interrupted, output } = await runChild(command, args, { env, quiet: true });
  if (interrupted) process.exit(130);
  return { ok: code === 0, output };
}

/** Runs steps of one thing one after another, up to the first that fails. */
export async function inTurn(...runs: (() => Promise<Outcome>)[]): Promise<Outcome> {
  let output = '';
  for (const run of runs) {
    const outcome = await run();
    output += outcome.output;
    if (!outcome.ok) return { ok: false, output };
  }
  return { ok: true, output };
}
