import assert from 'node:assert/strict';
import { appendFileSync, globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder, writeSpec } from '../testing/test-specs.ts';
import { DocumentFaults } from './faults.ts';
import { loadApi } from './load-api.ts';
import { loadPrepared, storePrepared } from './prepared-documents.ts';

const visits = `openapi: 3.0.3
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get: {responses: {"200": {description: ok}}}
`;

/** Prepares a document under another title, to show which one is served. */
async function prepare() {
  const [sources, folder] = [writeSpec(visits), temporaryFolder()];
  const api = await loadApi(sources);
  const info = { ...api.document.info, title: 'Prepared' };
  storePrepared(folder, { ...api, document: { ...api.document, info } });
  return { sources, folder, titleNow: async () => (await loadPrepared(folder, sources)).title };
}

test('the prepared document is served', async () => {
  const { titleNow } = await prepare();
  assert.equal(await titleNow(), 'Prepared');
});

test('a prepared document equals the one that is read', async () => {
  const folder = temporaryFolder();
  const api = await loadApi('specs/notas');
  storePrepared(folder, api);
  assert.deepEqual(await loadPrepared(folder, 'specs/notas'), api);
});

test('a document is read again after it or its overlay has changed', async () => {
  const { sources, titleNow } = await prepare();
  writeFileSync(join(sources, 'overlay.en.yaml'), 'overlay: 1.0.0\ninfo: {title: T, version: "1"}\nactions: []\n');
  assert.equal(await titleNow(), 'Agenda');
  const { titleNow: titleOfOther, sources: others } = await prepare();
  appendFileSync(join(others, 'openapi.yaml'), '\n');
  assert.equal(await titleOfOther(), 'Agenda');
});

test('a truncated file is ignored', async () => {
  const { folder, titleNow } = await prepare();
  for (const file of globSync('*', { cwd: folder })) writeFileSync(join(folder, file), '{"openapi": "3.1.0", ');
  assert.equal(await titleNow(), 'Agenda');
});

test('faults are reported, whatever was prepared before', async () => {
  const { sources, folder } = await prepare();
  writeFileSync(join(sources, 'openapi.yaml'), 'openapi: 4.0.0\n');
  await assert.rejects(loadPrepared(folder, sources), DocumentFaults);
});
