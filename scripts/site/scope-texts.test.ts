import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { loadApi } from '../../server/openapi/load-api.ts';
import { readScopeTexts } from './scope-texts.ts';

async function textsOf(slug: string) {
  const folder = resolve(import.meta.dirname, '../../specs', slug);
  const [portuguese = {}, english = {}] = (await Promise.all([loadApi(folder, 'pt-BR'), loadApi(folder, 'en')])).map(
    readScopeTexts,
  );
  assert.deepEqual(Object.keys(portuguese).sort(), Object.keys(english).sort());
  return [portuguese, english];
}

test('scopes are described in the language of the page', async () => {
  const [portuguese, english] = await textsOf('platform');
  assert.match(portuguese?.['members:read'] ?? '', /membros/);
  assert.match(english?.['members:read'] ?? '', /members/);
});

test('a scope that the document does not describe has the name of its resource', async () => {
  const [portuguese, english] = await textsOf('notas');
  assert.equal(portuguese?.['notas:service_invoices:read'], 'Notas fiscais de serviço');
  assert.equal(english?.['notas:service_invoices:read'], 'Service invoices');
  assert.equal(portuguese?.['notas:read'], undefined);
});
