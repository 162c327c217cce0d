import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../server/testing/test-specs.ts';
import { checkOwnGuides, findReplacement, listOwnGuides } from './own-guides.ts';

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('guides of a provider have the ids and addresses that Docusaurus gives them', () => {
  const own = listOwnGuides(
    folderWith({
      'docs/01-first.md': '# The first',
      'docs/2026-11-release.mdx': '',
      'docs/money/index.md': '---\ntitle: Money\n---\n',
      'docs/money/2-refunds.md': '---\nid: back\ndescription: How it returns\n---\n',
      'docs/money/fees.md': '---\nslug: /prices\n---\n',
      'docs/_part.md': 'is imported by others',
      'docs/.hidden/x.md': '',
    }),
    'en',
  );
  assert.deepEqual(
    own.map(({ id, address, title }) => [id, address, title]),
    [
      ['first', '/first', 'The first'],
      ['2026-11-release', '/2026-11-release', '2026-11-release'],
      ['money/back', '/money/back', 'refunds'],
      ['money/fees', '/prices', 'fees'],
      ['money/index', '/money', 'Money'],
    ],
  );
});

test('one takes the place of a built-in guide by its id or by its address', () => {
  const own = listOwnGuides(
    folderWith({ 'docs/errors.md': '', 'docs/intro.md': '---\nslug: /\n---\n', 'docs/a/sdk.md': '' }),
    'en',
  );
  const replaced = ['index', 'errors', 'sdk'].map((id) => findReplacement(own, id)?.id);
  assert.deepEqual(replaced, ['intro', 'errors', undefined]);
});

test('its title is that of its translation, where there is one', () => {
  const translated = 'i18n/es/docusaurus-plugin-content-docs/current/trains.md';
  const folder = folderWith({ 'docs/trains.md': '# Trains', 'docs/ships.md': '# Ships', [translated]: '# Trenes' });
  assert.deepEqual(
    listOwnGuides(folder, 'es').map(({ title }) => title),
    ['Ships', 'Trenes'],
  );
});

test('a guide to which responses lead keeps its address, whoever has written it', () => {
  const check = (file: string, text: string) => checkOwnGuides(listOwnGuides(folderWith({ [file]: text }), 'en'));
  check('docs/errors.md', '# Errors');
  check('docs/errors/index.md', '# Errors');
  check('docs/sdk.md', '---\nslug: /client\n---\n');
  assert.throws(
    () => check('docs/errors.md', '---\nslug: /problems\n---\n'),
    /the guide "errors" is at \/guides\/problems, but responses of the server lead to \/guides\/errors/,
  );
});
