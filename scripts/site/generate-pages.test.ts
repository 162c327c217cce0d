import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder, writeSpecs } from '../../server/testing/test-specs.ts';
import type { ApiLine } from '../../src/documents/api-index-data.ts';
import { prepareSite } from '../prepare-site.ts';
import { operationPage } from './pages.ts';
import { readSettings } from './settings.ts';
import { write } from './write-file.ts';

const documentOf = (...ids: string[]) =>
  `openapi: 3.1.0\ninfo: {title: Agenda, version: "1"}\npaths:\n${ids
    .map((id) => `  /${id}: {get: {operationId: ${id}, responses: {"200": {description: ok}}}}\n`)
    .join('')}`;

test('an API that ends the page generator does not take the pages of others along', async () => {
  const again = { ...readSettings(resolve('.'), {}), caisDir: temporaryFolder() };
  again.specsPath = writeSpecs({
    ends: { 'openapi.yaml': documentOf('a') },
    forgets: { 'openapi.yaml': documentOf('a', 'b') },
    good: { 'openapi.yaml': documentOf('a', 'b') },
  });
  const generate = async (id: string) => {
    if (id === 'all' || id.startsWith('ends')) throw new Error('it broke');
    const [, slug = '', locale = ''] = /^(\w+)-(.*)$/.exec(id) ?? [];
    const operations = readdirSync(join(again.caisDir, 'reference', locale, slug))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace(/\.json$/, ''));
    for (const name of slug === 'forgets' && locale === 'en' ? ['b'] : operations)
      write(
        join(again.caisDir, 'reference', locale, slug, `${name}.api.mdx`),
        operationPage(slug, 'Agenda', { title: name, api: { operationId: name } }),
      );
  };
  const told = (await prepareSite(again, { generate })).map(({ api, operation, leftOut }) => [api, operation, leftOut]);
  assert.deepEqual(told, [
    ['ends', undefined, 'api'],
    ['forgets', 'GET /a', 'operation'],
  ]);
  const lines = JSON.parse(readFileSync(join(again.caisDir, 'apis.json'), 'utf8')).en as ApiLine[];
  assert.deepEqual(
    lines.filter(({ slug }) => slug !== 'platform').map(({ slug, operations, faulty }) => [slug, operations, faulty]),
    [
      ['ends', 0, true],
      ['forgets', 1, false],
      ['good', 2, false],
    ],
  );
});
