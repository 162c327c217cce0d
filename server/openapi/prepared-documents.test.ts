import assert from 'node:assert/strict';
import { appendFileSync, globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder, writeSpec } from '../testing/test-specs.ts';
import { DocumentFaults } from './faults.ts';
import { loadApi } from './load-api.ts';
import { keepPrepared, loadPrepared } from './prepared-documents.ts';

const visits = `openapi: 3.0.3
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get: {responses: {"200": {description: ok}}}
`;

/** A document that was prepared under another title, so that one sees where it comes from. */
async function prepare() {
  const [sources, folder] = [writeSpec(visits), temporaryFolder()];
  const api = await loadApi(sources);
  const info = { ...api.document.info, title: 'Prepared' };
  keepPrepared(folder, { ...api, document: { ...api.document, info } });
  return { sources, folder, titleNow: async () => (await loadPrepared(folder, sources)).title };
}

test('a document that was prepared is the one that is served', async () => {
  const { titleNow } = await prepare();
  assert.equal(await titleNow(), 'Prepared');
});

test('a prepared document of one of the APIs is what reading it gives', async () => {
  const folder = temporaryFolder();
  const api = await loadApi('specs/notas');
  keepPrepared(folder, api);
  assert.deepEqual(await loadPrepared(folder, 'specs/notas'), api);
});

test('a document that has changed since, or whose overlay has, is read anew', async () => {
  const { sources, titleNow } = await prepare();
  writeFileSync(join(sources, 'overlay.en.yaml'), 'overlay: 1.0.0\ninfo: {title: T, version: "1"}\nactions: []\n');
  assert.equal(await titleNow(), 'Agenda');
  const { titleNow: titleOfOther, sources: others } = await prepare();
  appendFileSync(join(others, 'openapi.yaml'), '\n');
  assert.equal(await titleOfOther(), 'Agenda');
});

test('what is only half there is not taken for the document', async () => {
  const { folder, titleNow } = await prepare();
  for (const file of globSync('*', { cwd: folder })) writeFileSync(join(folder, file), '{"openapi": "3.1.0", ');
  assert.equal(await titleNow(), 'Agenda');
});

test('a document with faults is told of them, whatever was prepared before', async () => {
  const { sources, folder } = await prepare();
  writeFileSync(join(sources, 'openapi.yaml'), 'openapi: 3.1.0\n');
  await assert.rejects(loadPrepared(folder, sources), DocumentFaults);
});
