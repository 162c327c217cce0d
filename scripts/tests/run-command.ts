import { type Child, runChild } from '../run-child.mjs';
import type { Outcome } from './step.ts';

/** Runs a command of the project and captures its output. Exits this process if it is interrupted. */
export async function runCommand(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  onStart?: (child: Child) => void,
): Promise<Outcome> {
  const { code, interrupted, output } = await runChild(command, args, {
    env,
    quiet: true,
    ...(onStart && { onStart }),
  });
  if (interrupted) process.exit(130);
  return { ok: code === 0, output };
}

/** Runs commands in order until one fails. */
export async function inTurn(...runs: (() => Promise<Outcome>)[]): Promise<Outcome> {
  let output = '';
  for (const run of runs) {
    const outcome = await run();
    output += outcome.output;
    if (!outcome.ok) return { ok: false, output };
  }
  return { ok: true, output };
}
