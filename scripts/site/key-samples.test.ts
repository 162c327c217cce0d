import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiIndexData } from '../../src/documents/api-index-data.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import { makeKeySample } from './key-samples.ts';

const api = { slug: 'loja', title: 'Loja', version: '1.0.0', isPlatform: false, basePath: '/sandbox/loja/v1' };
const line = (method: string, path: string, deprecated = false) => ({
  slug: `${method} ${path}`,
  method,
  path,
  summary: '',
  deprecated,
});

function indexOf(...operations: ApiIndexData['tags'][number]['operations']): ApiIndexData {
  const servers = [
    { name: 'producao', url: 'https://api.loja.example', description: '<p>Produção</p>\n', variables: [] },
  ];
  return {
    api,
    language: 'pt-BR',
    description: '',
    isExplained: false,
    hasWorks: false,
    servers,
    environments: [],
    security: [],
    tags: [{ name: 'x', id: 'tag-x', label: 'X', description: '', operations }],
    webhooks: [],
    callbacks: [],
  };
}

const read = (slug: string): OperationData => ({
  api,
  id: slug,
  slug,
  method: 'GET',
  path: '/',
  summary: '',
  description: '',
  deprecated: false,
  tags: [],
  parameters: slug.includes('?') ? [{ name: 'q', in: 'query', required: true } as never] : [],
  responses: {},
  security: [],
  schemas: {},
  samples: [{ id: 'curl', label: 'curl', language: 'shell', code: `curl {{origin}} ${slug}` }],
});

test('the first call with a key is a read that requires no prior knowledge', () => {
  const index = indexOf(
    line('POST', '/orders'),
    line('GET', '/orders/{id}'),
    line('GET', '/v1/orders', true),
    line('GET', '/search?'),
    line('GET', '/orders'),
  );
  assert.deepEqual(makeKeySample(index, read), {
    slug: 'loja',
    title: 'Loja',
    basePath: '/sandbox/loja/v1',
    code: 'curl {{origin}} GET /orders',
    servers: [{ description: 'Produção', url: 'https://api.loja.example' }],
  });
  assert.equal(makeKeySample(indexOf(line('POST', '/orders')), read), undefined);
});
