import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { sourceFiles } from './source-files.ts';

const longest = 200;
const medianBelow = 45;

/** Files above 200 lines, each with the reason why it should not be split. */
const long: Record<string, string> = {};

test('names are kebab-case, components PascalCase, and no file is a barrel', () => {
  const wrong = sourceFiles.filter(({ path }) => {
    const name = basename(path);
    if (path.startsWith('src/theme/')) return false; // Docusaurus dictates these names.
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

test(`files stay below ${longest} lines, and half of the non-test files below ${medianBelow}`, () => {
  const lengths = sourceFiles.map(({ text, ...file }) => ({ ...file, lines: text.split('\n').length - 1 }));
  const tooLong = lengths.filter(({ path, lines }) => lines > longest && !(path in long));
  assert.deepEqual(
    tooLong.map(({ path, lines }) => `${path}: ${lines} lines`),
    [],
    'Split it by job, or name it above with the reason why not.',
  );
  const code = lengths.filter(({ isTest }) => !isTest);
  const sorted = code.map(({ lines }) => lines).sort((a, b) => a - b);
  assert.ok((sorted[Math.floor(sorted.length / 2)] as number) < medianBelow);
});

test('no test asks to run alone', () => {
  // Biome reports `test.only`, but not the option.
  const alone = sourceFiles.filter(({ text, isTest }) => isTest && /\bonly:\s*true\b/.test(text));
  assert.deepEqual(
    alone.map(({ path }) => path),
    [],
    'Take it out: it hides the other tests of its process.',
  );
});
