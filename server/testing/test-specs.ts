import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Files of a folder of `specs/`, by name: `{'openapi.yaml': '…'}`. */
export type SpecFiles = Record<string, string>;

/** Writes APIs into a new folder, which is removed at exit; returns the folder, for SPECS_PATH. */
export function writeSpecs(apis: Record<string, SpecFiles>): string {
  const root = temporaryFolder();
  for (const [slug, files] of Object.entries(apis)) {
    for (const [name, text] of Object.entries({ ...files })) {
      const file = join(root, slug, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return root;
}

/** Writes one document into a new folder, called `example`; returns that folder. */
export function writeSpec(document: string, others: SpecFiles = {}): string {
  return join(writeSpecs({ example: { 'openapi.yaml': document, ...others } }), 'example');
}

/** The build folder of tests, apart from that of `npm start`. */
export const testFolder = '.cais-test';

/** Where tests find the packages that are published, in a `node_modules` like any other (`unpack-packages.ts`). */
export const unpackedPackages = join(testFolder, 'packages/node_modules');

/** The project's own documents, those of `e2e/specs`, and Train Travel, a third-party document; for SPECS_PATH. */
export function allSpecs(): string {
  const strangers = join(testFolder, 'specs');
  const file = join(strangers, 'train-travel', 'openapi.yaml');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync('node_modules/@readme/oas-examples/3.1/yaml/train-travel.yaml', file);
  }
  return ['specs', 'e2e/specs', strangers].join(delimiter);
}

const folders: string[] = [];

/** Creates a folder that is removed at exit. */
export function temporaryFolder(): string {
  if (folders.length === 0) process.once('exit', removeFolders);
  const folder = mkdtempSync(join(tmpdir(), 'cais-test-'));
  folders.push(folder);
  return folder;
}

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
