import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oldestToRun } from '../../server/settings/node-versions.mjs';
import { generateTypes } from '../generate-types.ts';
import { projectNode, root } from '../run-child.mjs';
import { compileFiles } from './compile-files.ts';
import { portalFiles, sandboxFiles } from './packed-files.ts';
import { readDependencies } from './read-dependencies.ts';

/**
 * Writes the packages that can be published to the folders `cais` and `cais-portal` of an empty one, ready for `npm pack`: the command,
 * the sandbox and the platform, without pages and Docusaurus; and the pages. Takes some seconds.
 */
export async function writePackages(folder: string): Promise<void> {
  await generateTypes();
  writeSandbox(join(folder, 'cais'));
  writePortal(join(folder, 'cais-portal'), join(folder, 'cais'));
}

function writeSandbox(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  compileFiles(sandboxFiles, folder);
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  const settings = ['-p', join(root, 'tsconfig.package.json'), '--outDir', folder];
  execFileSync(projectNode, [compiler, ...settings], { stdio: 'inherit' });
  writeManifest(folder, {
    name: 'cais',
    type: 'module',
    bin: { cais: 'cli/cais.mjs' },
    exports: {
      './dialect': { types: './server/profiles/dialect.d.ts', default: './server/profiles/dialect.js' },
      // Types alone: settings are read where they are.
      './portal': { types: './server/settings/portal/portal-config.d.ts' },
      // For the pages of the same version alone: no version promises these names.
      './server/*': './server/*',
      './package.json': './package.json',
    },
    dependencies: readDependencies(folder, project.dependencies),
  });
}

/** The pages import the server as the package `cais`, and have all other dependencies of the project but its Node. */
function writePortal(folder: string, sandbox: string): void {
  rmSync(folder, { recursive: true, force: true });
  compileFiles(portalFiles, folder, (path) => (path.startsWith('server/') ? `cais/${path}` : undefined));
  const { node: _, ...dependencies } = project.dependencies;
  const ofServer = Object.keys(readJson(join(sandbox, 'package.json')).dependencies);
  for (const name of ofServer) delete dependencies[name];
  const own = readDependencies(folder, project.dependencies);
  writeManifest(folder, {
    name: 'cais-portal',
    exports: { './package.json': './package.json' },
    dependencies: { cais: project.version, ...dependencies, ...own },
  });
}

const project = readJson(join(root, 'package.json'));

function writeManifest(folder: string, { name, dependencies, ...own }: Manifest): void {
  const { version, description, license } = project;
  const manifest = { name, version, description, license, engines: { node: `>=${oldestToRun}` }, ...own, dependencies };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(import.meta.dirname, 'readme', `${name}.md`), join(folder, 'README.md'));
}

interface Manifest {
  name: string;
  dependencies: Record<string, string>;
  [key: string]: unknown;
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
