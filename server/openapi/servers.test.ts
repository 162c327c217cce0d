import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenApiDocument } from './document-types.ts';
import { findOwnServer, listOtherServers } from './servers.ts';

const withServers = (servers: OpenApiDocument['servers']) => ({
  document: { openapi: '3.1.0', info: { title: 'A', version: '1' }, servers } as OpenApiDocument,
  basePath: '/sandbox/a/v1',
});

test('the own server is found, and is not among the others', () => {
  const own = { url: '/sandbox/a/v1/', description: 'Sandbox', 'x-name': 'sandbox' };
  const api = withServers([own, { url: 'https://a.example', 'x-name': 'producao' }]);
  assert.equal(findOwnServer(api), own);
  assert.deepEqual(listOtherServers(api), [
    { name: 'producao', url: 'https://a.example', description: '', template: 'https://a.example', variables: {} },
  ]);
});

test('a server without a name is named after its description; names are unique', () => {
  const names = listOtherServers(
    withServers([
      { url: 'https://a.example', description: 'Produção Brasil' },
      { url: 'https://b.example', description: 'Produção, Brasil!' },
      { url: 'https://c.example', description: '…' },
      { url: 'https://d.example' },
    ]),
  ).map(({ name }) => name);
  assert.deepEqual(names, ['producao-brasil', 'producao-brasil-2', 'server', 'server-2']);
});

test('a document without servers has none', () => {
  const api = withServers(undefined);
  assert.deepEqual([findOwnServer(api), listOtherServers(api)], [undefined, []]);
});
