import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from '../run-child.mjs';
import { readDependencies } from './read-dependencies.ts';

/** What a package has besides compiled code: the platform's document, the messages, and the source of what generated clients share. */
const copied = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'cli/new/sample/**/*.*',
  'i18n/*/messages.json',
  'scripts/run-child.mjs',
  'server/clients/runtime/*.ts',
  'specs/platform/*.yaml',
];

/** Node.js before this version lacks what the server uses; `cais` says so. */
const node = '>=26';

/**
 * Writes the package `cais` (the command, the sandbox and the platform, without pages and Docusaurus) to an empty folder, ready for
 * `npm pack`: compiled, since Node.js refuses types in `node_modules`. Takes some seconds.
 */
export function writePackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  for (const settings of ['tsconfig.package.json', 'tsconfig.package-types.json'])
    execFileSync(projectNode, [compiler, '-p', join(root, settings), '--outDir', folder], { stdio: 'inherit' });
  for (const file of globSync(copied, { cwd: root })) cpSync(join(root, file), join(folder, file));
  const { version, description, license } = readJson(join(root, 'package.json'));
  const manifest = {
    name: 'cais',
    version,
    description,
    license,
    type: 'module',
    engines: { node },
    bin: { cais: 'cli/cais.mjs' },
    exports: {
      './dialect': { types: './server/profiles/dialect.d.ts', default: './server/profiles/dialect.js' },
      // Types alone: settings are read where they are.
      './portal': { types: './server/settings/portal/portal-config.d.ts' },
      './package.json': './package.json',
    },
    dependencies: readDependencies(folder, readJson(join(root, 'package.json')).dependencies),
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
