import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { sourceFiles } from './source-files.ts';

const importOfSheet = /import (\w+) from '(\.[^']*\.module\.css)'/g;

/** The classes that components take from each stylesheet; undefined where they choose one by a value. */
function usedClasses(): Map<string, Set<string> | undefined> {
  const used = new Map<string, Set<string> | undefined>();
  for (const { path, text } of sourceFiles.filter((file) => file.path.endsWith('.tsx'))) {
    for (const [, name = '', from = ''] of text.matchAll(importOfSheet)) {
      const sheet = posix.join(posix.dirname(path), from);
      const known = used.has(sheet) ? used.get(sheet) : new Set<string>();
      const isChosen = new RegExp(`\\b${name}\\[`).test(text);
      const use = new RegExp(`(?<![.'\\w])${name}\\.(\\w+)`, 'g');
      const names = [...text.replaceAll(importOfSheet, '').matchAll(use)].map(([, found = '']) => found);
      used.set(sheet, known && !isChosen ? known.union(new Set(names)) : undefined);
    }
  }
  return used;
}

function writtenClasses(sheet: string): Set<string> {
  const text = sourceFiles.find(({ path }) => path === sheet)?.text.replace(/\/\*.*?\*\//gs, '') ?? '';
  return new Set([...text.matchAll(/\.([a-zA-Z][\w-]*)(?=[^{};]*\{)/g)].map(([, name = '']) => name));
}

test('each class that a component takes from a stylesheet is in it, and each class of a stylesheet is taken', () => {
  const differences = [...usedClasses()].flatMap(([sheet, used]) => {
    if (!used) return [];
    const written = writtenClasses(sheet);
    return [
      ...[...used.difference(written)].map((name) => `${sheet} has no class ${name}: write it, or drop it`),
      ...[...written.difference(used)].map((name) => `${sheet}: nothing uses .${name}: delete it`),
    ];
  });
  assert.deepEqual(differences, []);
});
