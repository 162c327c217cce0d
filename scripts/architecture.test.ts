import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { test } from 'node:test';
import { root } from './run-child.mjs';

/** The server's rooms from the top down: imports go down or sideways, never up. */
const LEVELS = [
  ['main', 'explain', 'testing'],
  ['app', 'api-routes', 'account-routes', 'portal', 'unreadable-requests'],
  ['context', 'config'],
  ['pipeline', 'platform', 'oauth', 'downloads'],
  ['dialect', 'sandbox', 'webhooks', 'identity', 'people', 'mail'],
  ['openapi', 'db'],
];

/** What each room may import of the others; the server's own order is above. */
const ROOMS: Record<string, string[]> = {
  src: [],
  server: [],
  e2e: ['scripts'],
  bench: ['scripts', 'server'],
  scripts: ['server/openapi', 'server/dialect/formats', 'server/sandbox', 'src'],
  specs: ['server/dialect', 'server/sandbox', 'server/testing'],
};

/** Files above 300 lines, each with the reason why it is better whole. */
const LONG: Record<string, string> = {};

const files = globSync(`{${Object.keys(ROOMS)}}/**/*.{ts,tsx,mjs,css}`, { cwd: root })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => !path.startsWith('src/generated/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const imports = files.flatMap(({ path, text }) =>
  [...text.matchAll(/(import|export)(?!\.meta)(\s+type)?\b[^;'"]*?['"]([.@][^'"]+)['"]/g)].flatMap(
    ([, , type, target = '']) => {
      if (!target.startsWith('.') && !target.startsWith('@site/')) return [];
      const to = target.startsWith('.')
        ? join(dirname(path), target).split(sep).join('/')
        : target.replace('@site/', '');
      return [{ from: path, to, type: type !== undefined, isTest: path.includes('.test.') }];
    },
  ),
);

test('rooms import only what they may', () => {
  assert.ok(imports.length > 0, 'No import was found: the pattern above reads them no more.');
  const wrong = imports.filter(({ from, to }) => {
    const [here = '', there = ''] = [roomOf(from), roomOf(to)];
    return here !== there && there in ROOMS && !ROOMS[here]?.some((allowed) => to.startsWith(`${allowed}/`));
  });
  none(wrong, 'What two rooms share is the document: read it from there, or generate it in scripts/.');
});

test('the server imports down, never up', () => {
  const wrong = imports.filter(({ from, to, type, isTest }) => {
    if (roomOf(from) !== 'server' || roomOf(to) !== 'server' || isTest) return false;
    // The context is made in one place; everybody else only needs to know its type.
    if (type && /^server\/(context|config)\.ts$/.test(to)) return false;
    return levelOf(to) < levelOf(from);
  });
  none(wrong, 'Pass in what you need as an argument, or move the code to the lower room. Of context.ts take the type.');
});

test('one file strings the steps of the pipeline together, and they do not import each other', () => {
  const between = imports.filter(
    ({ from, to, type, isTest }) =>
      dirname(from) === 'server/pipeline' && dirname(to) === 'server/pipeline' && !type && !isTest,
  );
  const wrong = new Set(between.map(({ from }) => from)).size > 1 ? between : [];
  none(
    wrong,
    'Take what the earlier step found as an argument (its type may be imported), or move what both need to a lower room.',
  );
});

test('names are kebab-case, components PascalCase, and no file is a barrel', () => {
  const wrong = files.filter(({ path }) => {
    const name = basename(path);
    if (roomOf(path) === 'src' && path.startsWith('src/theme/')) return false; // Docusaurus dictates these names.
    if (path.startsWith('src/pages/')) return !/^[a-z0-9-]+(\.module)?\.(tsx|css)$/.test(name);
    if (/^index\.|^utils?\./.test(name)) return true;
    if (/\.tsx$|\.module\.css$/.test(name))
      return !/^[A-Z][A-Za-z0-9]*(\.test|\.module)?\.|^[a-z0-9-]+\.module\.css$/.test(name);
    return !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config|\.d)?\.\w+$/.test(name);
  });
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
    'Name a file after the one thing in it: kebab-case, PascalCase.tsx; import from the file itself.',
  );
});

test('files stay below 300 lines', () => {
  const long = files.filter(({ path, text }) => text.split('\n').length > 300 && !(path in LONG));
  assert.deepEqual(
    long.map(({ path }) => path),
    [],
    'Split it by job, or name it in LONG with the reason why not.',
  );
});

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function levelOf(path: string): number {
  const name = basename(path.split('/')[1] ?? '', '.ts');
  const level = LEVELS.findIndex((names) => names.includes(name));
  assert.notEqual(level, -1, `${path}: no room of the server in ARCHITECTURE.md is called ${name}`);
  return level;
}

function none(wrong: { from: string; to: string }[], instead: string): void {
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from} imports ${to}`),
    [],
    instead,
  );
}
