import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { clientPackage } from '../clients/client-package.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { temporaryFolder } from './test-specs.ts';

const tsc = join(import.meta.dirname, '../../node_modules/typescript-native/bin/tsc');

/** As strict as a caller's project can be: the package's declarations are checked, too. */
const compilerOptions = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
  module: 'nodenext',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  noEmit: true,
};

/** A folder with the clients of APIs, installed as npm would: `@cais/notas`. */
export function installClients(apis: Iterable<ServedApi>, publicUrl: string): string {
  const folder = temporaryFolder();
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const options = { compilerOptions, include: ['*.ts', 'node_modules/@cais/*/*.d.ts'], exclude: [] };
  put('tsconfig.json', JSON.stringify(options));
  put('package.json', '{"type": "module"}');
  for (const api of apis) {
    const files = clientPackage(api, publicUrl, 'pt-BR');
    const { name } = JSON.parse(files.get('package.json') ?? '{}') as { name: string };
    for (const [path, text] of files) put(`node_modules/${name}/${path}`, text);
  }
  return folder;
}

/** Writes a TypeScript program beside the clients, and returns its path. */
export function writeProgram(folder: string, name: string, text: string): string {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, text);
  return file;
}

/** What the compiler complains of in the programs and in the packages of a folder. */
export async function complaintsOf(folder: string): Promise<string[]> {
  const run = promisify(execFile)(process.execPath, [tsc, '-p', folder], { maxBuffer: 1e8 });
  const { stdout } = await run.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? String(error) }));
  return stdout.split('\n').filter(Boolean);
}
