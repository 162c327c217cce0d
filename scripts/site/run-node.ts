import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Path of Docusaurus' CLI. */
export const docusaurus = fileURLToPath(import.meta.resolve('@docusaurus/core/bin/docusaurus.mjs'));

/** Warnings that need no action: from packages, and about src/, where Docusaurus requires a package.json without a type. */
const flags = ['MODULE_TYPELESS_PACKAGE_JSON', 'ExperimentalWarning', 'DeprecationWarning'].map(
  (name) => `--disable-warning=${name}`,
);

/**
 * Runs a script with this Node in a folder. With `quiet`, its output is shown only if it fails, and returned.
 */
export async function runNode(
  cwd: string,
  args: string[],
  env: Record<string, string>,
  { quiet = true } = {},
): Promise<string> {
  const { code, output } = await tryNode(cwd, args, env, { quiet });
  if (code === 0) return output;
  process.stderr.write(output);
  throw new Error(
    `${args
      .filter((arg) => !arg.startsWith('-'))
      .slice(0, 2)
      .join(' ')} ended with ${code ?? 'a signal'}.`,
  );
}

/** The same for what may fail: its exit code, and what it has written if it is quiet. */
export async function tryNode(
  cwd: string,
  args: string[],
  env: Record<string, string>,
  { quiet = true } = {},
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd,
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1', ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  return { code, output: output.join('') };
}
