import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { loadApi } from '../../server/openapi/load-api.ts';
import { readScopeTexts } from './scope-texts.ts';

const platform = resolve(import.meta.dirname, '../../specs/platform');

test('scopes are described in the language of the page', async () => {
  const [portuguese, english] = await Promise.all([loadApi(platform, 'pt-BR'), loadApi(platform, 'en')]);
  const texts = [portuguese, english].map(({ document }) => readScopeTexts(document));
  assert.match(texts[0]?.['members:read'] ?? '', /membros/);
  assert.match(texts[1]?.['members:read'] ?? '', /members/);
  assert.deepEqual(Object.keys(texts[0] ?? {}).sort(), Object.keys(texts[1] ?? {}).sort());
});

test('an API without OAuth has no scopes', () => {
  assert.deepEqual(readScopeTexts({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {} }), {});
});
