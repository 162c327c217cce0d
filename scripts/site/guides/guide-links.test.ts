import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtInGuides, isAlwaysThere } from './built-in-guides.ts';

/** Whatever a portal shows or prints itself: its pages, its server, the command, and the document of its own API. */
const sources = globSync(
  ['{src,server,cli}/**/*.{ts,tsx}', 'scripts/style/*.ts', 'cli/new/sample/**/*.*', 'specs/platform/*.yaml'],
  { exclude: ['**/*.test.*', '**/*-fixture.ts', 'server/testing/**', 'server/**/testing/**', '**/generated/**'] },
);

/** Guides of providers, which only Cais has: pages link to them where they are (GuideLink), and nothing else names them. */
const ofProviders = ['profile', 'operate'];

interface NamedGuide {
  file: string;
  id: string;
  place?: string;
  /** Whether the page asks first whether the portal has the guide. */
  isAsked: boolean;
}

/** `/guides/errors#invalid_json` in addresses, `to="errors#invalid_json"` of a GuideLink, `has('errors')`; not in comments. */
function namedGuides(): NamedGuide[] {
  return sources.flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    const text = lines.filter((line) => !/^\s*(\/\*|\*|\/\/)/.test(line)).join('\n');
    const find = (pattern: RegExp, isAsked: boolean) =>
      [...text.matchAll(pattern)].map(([, id = '', place]) => ({ file, id, isAsked, ...(place && { place }) }));
    return [
      ...find(/\bguides\/([a-z][\w-]*)(?:#([a-z][\w]*))?/g, false).filter(({ id }) => !isFileOfSource(file, id)),
      ...find(/<GuideLink to=["{`]+([a-z][\w-]*)(?:#([a-z]\w*))?/g, true),
      ...find(/\bhas\('([a-z][\w-]*)'\)/g, true).filter(() => text.includes('useGuides')),
    ];
  });
}

/** `./guides/with-key.ts` is a file. */
function isFileOfSource(file: string, id: string): boolean {
  return new RegExp(`(\\.\\./|\\./|src/)guides/${id}\\.tsx?'`).test(readFileSync(file, 'utf8'));
}

const named = namedGuides();

test('links to guides are found in pages, in the server and in its document', () => {
  for (const folder of ['src/', 'server/', 'specs/platform/'])
    assert.ok(named.filter(({ file }) => file.startsWith(folder)).length >= 2, folder);
  assert.ok(named.some(({ id, place }) => id === 'people' && place === 'promotion'));
});

test('each of them leads to a guide that every portal has, and to a place in it', () => {
  const faults = named.flatMap(({ file, id, place, isAsked }) => {
    if (isAsked && ofProviders.includes(id)) return [];
    if (!builtInGuides.some((guide) => guide.id === id)) return [`${file}: there is no built-in guide "${id}"`];
    const languages = globSync('guides/*').filter(
      (folder) => place && !readFileSync(`${folder}/${id}.mdx`, 'utf8').includes(`{/* #${place} */}`),
    );
    return languages.map((folder) => `${file}: ${folder}/${id}.mdx has no place #${place}`);
  });
  assert.deepEqual(faults, []);
});

test('what the server names is there whatever a portal has', () => {
  const ids = new Set(named.filter(({ isAsked }) => !isAsked).map(({ id }) => id));
  const needy = builtInGuides.filter((guide) => ids.has(guide.id) && !isAlwaysThere(guide) && !isAskedFor(guide.id));
  assert.deepEqual(
    needy.map(({ id }) => id),
    [],
  );
});

/** A page may name an address for which it has asked. */
function isAskedFor(id: string): boolean {
  const places = named.filter((guide) => guide.id === id && !guide.isAsked);
  return places.every(({ file }) => named.some((guide) => guide.file === file && guide.id === id && guide.isAsked));
}
