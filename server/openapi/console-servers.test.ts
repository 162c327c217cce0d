import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiSettings } from '../settings/portal/portal-config.ts';
import { findConsoleServers, originsOf, usualAddress } from './console-servers.ts';
import { apiOf } from './load-api.ts';

const servers = [
  { url: '/sandbox/trens/v1' },
  { url: 'https://api.trens.example/v1/', description: 'Produção' },
  { url: 'https://{place}.trens.example/v1', description: 'Testes', variables: { place: { default: 'staging' } } },
  { url: 'wss://live.trens.example' },
];
const api = apiOf('/specs/trens', { openapi: '3.1.0', info: { title: 'T', version: '1' }, servers, paths: {} });
const urls = (settings: ApiSettings) => findConsoleServers(api, settings)?.map(({ url }) => url);

test('the console calls the sandbox alone, unless the settings say otherwise', () => {
  assert.equal(urls({}), undefined);
  assert.equal(urls({ console: { servers: ['sandbox'] } }), undefined);
});

test('it calls the servers of the document, all of them or by name, with their variables filled in, by http alone', () => {
  const production = 'https://api.trens.example/v1';
  const staging = 'https://staging.trens.example/v1';
  assert.deepEqual(urls({ console: { servers: ['sandbox', 'document'] } }), ['/sandbox/trens/v1', production, staging]);
  assert.deepEqual(urls({ console: { servers: ['Testes'] } }), [staging]);
  assert.deepEqual(urls({ console: { servers: ['producao', 'document'] } }), [production, staging]);
  assert.deepEqual(urls({ features: { sandbox: false } }), [production, staging]);
  assert.deepEqual(urls({ features: { sandbox: false }, console: false }), [production, staging]);
});

test('it calls given addresses, of one API or of all', () => {
  const mine = { name: 'Mine', url: 'http://localhost:9000/' };
  assert.deepEqual(urls({ console: { servers: ['sandbox', mine] } }), ['/sandbox/trens/v1', 'http://localhost:9000']);
  assert.deepEqual(urls({ console: { apis: { trens: [mine], outra: ['document'] } } }), ['http://localhost:9000']);
  assert.equal(urls({ console: { apis: { outra: ['document'] } } }), undefined);
});

test('a server that an API is to be called at and does not list is an error that names those that it lists', () => {
  assert.throws(
    () => urls({ console: { apis: { trens: ['prodution'] } } }),
    /^Error: cais\.config\.ts: console names the server "prodution"\. The document of trens lists producao, testes\.$/,
  );
});

test('a name that is for all APIs need not be in the document of each, if there is another server', () => {
  assert.deepEqual(urls({ console: { servers: ['sandbox', 'other'] } }), ['/sandbox/trens/v1']);
  assert.throws(() => urls({ console: { servers: ['other'] } }), /console names the server "other"/);
});

test('pages reach the origins of these servers, and programs call the first', () => {
  const listed = findConsoleServers(api, { console: { servers: ['sandbox', 'document'] } });
  const both = { ...api, ...(listed && { servers: listed }) };
  assert.deepEqual(originsOf([api, both, both]), ['https://api.trens.example', 'https://staging.trens.example']);
  assert.equal(usualAddress(both, 'https://portal.example'), 'https://portal.example/sandbox/trens/v1');
  const outside = { ...both, servers: (listed ?? []).slice(1) };
  assert.equal(usualAddress(outside, 'https://portal.example'), 'https://api.trens.example/v1');
});
