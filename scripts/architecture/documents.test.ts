import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../run-child.mjs';

/** Also of each room that has one. */
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...globSync('{server,scripts,cli}/**/README.md', { cwd: root }),
];
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** What is set as code and looks like a file or a folder; what a reader has to fill in is a wildcard. */
function namedPaths(text: string): string[] {
  const code = [...text.matchAll(/`([^`\s]+)`/g)].map(([, span = '']) => span.replaceAll(/<[^>]*>/g, '*'));
  return code.filter(
    (span) => /^[\w*{},./-]+(\/|\.(ts|tsx|mjs|mdx|json|yaml|md))$/.test(span) && !span.startsWith('..'),
  );
}

function exists(path: string): boolean {
  if (existsSync(join(root, path))) return true;
  const found = globSync([path, `{docs,scripts,server,wire,specs,src,e2e,cli}/**/${path}`], { cwd: root });
  return found.length > 0;
}

test('each file and folder that the documents name exists', () => {
  for (const name of documents) {
    const missing = namedPaths(read(name)).filter((path) => !exists(path) && !/^\.(cais|data)/.test(path));
    assert.deepEqual(missing, [], `${name} names what does not exist: correct it`);
  }
});

test('each direct dependency has a reason in ARCHITECTURE.md, and no other package has one', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const table = read('ARCHITECTURE.md').split('## Dependencies')[1] ?? '';
  const reasons = [...table.matchAll(/^\| ([^|]+) \|/gm)]
    .flatMap(([, cell = '']) => cell.split(/[,;] /))
    .map((name) => name.replaceAll('\\', '').trim())
    .filter((name) => !['Package', '---'].includes(name));
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
  const isNamed = (name: string) => reasons.includes(name) || reasons.includes(name.replace(/\/.*/, '/*'));
  assert.deepEqual(
    packages.filter((name) => !isNamed(name)),
    [],
    'give each a reason',
  );
  const isInstalled = (name: string) =>
    packages.some((each) => each === name || each.startsWith(name.replace('*', '')));
  assert.deepEqual(
    reasons.filter((name) => !isInstalled(name)),
    [],
    'delete what is not installed',
  );
});
