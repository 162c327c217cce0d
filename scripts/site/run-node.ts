import { spawn } from 'node:child_process';

/** Path of Docusaurus' CLI. */
export const docusaurus = 'node_modules/@docusaurus/core/bin/docusaurus.mjs';

/** Warnings that need no action: from packages, and about src/, where Docusaurus requires a package.json without a type. */
const flags = ['MODULE_TYPELESS_PACKAGE_JSON', 'ExperimentalWarning', 'DeprecationWarning'].map(
  (name) => `--disable-warning=${name}`,
);

/**
 * Runs a script with this Node in the project's folder. With `quiet`, its output is shown only
 * if it fails.
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
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  if (code === 0) return;
  process.stderr.write(output.join(''));
  throw new Error(
    `${args
      .filter((arg) => !arg.startsWith('-'))
      .slice(0, 2)
      .join(' ')} ended with ${code ?? 'a signal'}.`,
  );
}
