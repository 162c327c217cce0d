import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../server/testing/test-specs.ts';

/** What stands in each file that is sent. */
export const fileText = 'example';

/** The files that commands or programs read. */
export function namedFiles(texts: string[]): string[] {
  return [...new Set(texts.join('\n').match(/\b(file|photos)\.(bin|png)\b/g))];
}

/** Runs the commands of pages in a shell, one after the other, in a folder that has the files which they name. */
export async function sendByCurl(commands: string[]): Promise<void> {
  const folder = temporaryFolder();
  for (const name of namedFiles(commands)) writeFileSync(join(folder, name), fileText);
  const script = commands.map((command) => `${command} --silent --show-error >/dev/null`).join('\n');
  const { stderr } = await promisify(execFile)('bash', ['-c', script], { cwd: folder });
  if (stderr) throw new Error(stderr);
}
