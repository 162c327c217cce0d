import { spawn } from 'node:child_process';

/** Docusaurus' command, below the project's folder. */
export const docusaurus = 'node_modules/@docusaurus/core/bin/docusaurus.mjs';

/** Warnings about the packages' code and about src/, which Docusaurus needs without a module type: nothing to act on. */
const flags = ['MODULE_TYPELESS_PACKAGE_JSON', 'ExperimentalWarning', 'DeprecationWarning'].map(
  (name) => `--disable-warning=${name}`,
);

/**
 * Runs a script with this Node in the project's folder. What it writes is shown as it comes, or
 * with `quiet` kept back until it fails.
 */
export async function runNode(
  root: string,
  args: string[],
  env: Record<string, string>,
  { quiet = true } = {},
): Promise<void> {
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1', ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  const kept: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => kept.push(text));
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  if (code === 0) return;
  process.stderr.write(kept.join(''));
  throw new Error(
    `${args
      .filter((arg) => !arg.startsWith('-'))
      .slice(0, 2)
      .join(' ')} ended with ${code ?? 'a signal'}.`,
  );
}
