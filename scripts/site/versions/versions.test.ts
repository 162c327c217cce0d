import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OpenApiDocument } from '../../../server/openapi/document-types.ts';
import { createFaultBook } from '../../../server/openapi/isolation/fault-book.ts';
import { apiOf } from '../../../server/openapi/load-api.ts';
import type { LoadedApi } from '../load-apis.ts';
import { listSections } from '../tag-sections.ts';
import { versionsOfApi } from './api-versions.ts';
import { findVersions } from './find-versions.ts';
import { tellVersions } from './operation-versions.ts';
import { newestFirst, versionInName, versionInPath } from './version-name.ts';

const json = (schema: object) => ({ '200': { description: 'OK', content: { 'application/json': { schema } } } });
const get = (schema: object = { type: 'object' }, more: object = {}) => ({ get: { responses: json(schema), ...more } });

function load(slug: string, paths: object, version = '1.0.0'): LoadedApi {
  const document = { openapi: '3.1.0', info: { title: slug, version }, paths } as unknown as OpenApiDocument;
  const own = { ...apiOf(slug, document), language: 'en' };
  return { slug, folder: slug, own, texts: new Map([['en', own]]) };
}

function tell(apis: LoadedApi[], slug: string, path: string) {
  const api = apis.find((each) => each.slug === slug) as LoadedApi;
  const operation = api.own.operations.find((each) => each.path === path);
  assert.ok(operation);
  return tellVersions(findVersions(apis), new Map(), createFaultBook())(api, operation);
}

describe('the name of a version', () => {
  test('is a segment of a path, or the end of a name', () => {
    assert.deepEqual(versionInPath('/api/v1/orders/{id}'), { name: 'v1', rest: '/api/orders/{}' });
    assert.deepEqual(versionInPath('/2024-10/orders'), { name: '2024-10', rest: '/orders' });
    assert.deepEqual(versionInPath('/orders/video1'), { rest: '/orders/video1' });
    assert.deepEqual(versionInName('orders-v2'), { stem: 'orders', version: 'v2' });
    assert.deepEqual(versionInName('dev2'), { stem: 'dev2' });
  });

  test('tells which is newer', () => {
    const names = ['v1beta1', 'v10', 'v2', 'v1', 'v1.1', 'v1alpha2'];
    assert.deepEqual(names.sort(newestFirst), ['v10', 'v2', 'v1.1', 'v1', 'v1beta1', 'v1alpha2']);
  });
});

describe('versions in the paths of one document', () => {
  const shop = load('shop', {
    '/v1/orders/{id}': get(),
    '/v2/orders/{order_id}': get(),
    '/v1/coupons': get({ type: 'object' }, { deprecated: true }),
    '/v2/carts': get(),
  });

  test('operations of a path link to each other, and say where one is missing', () => {
    assert.deepEqual(tell([shop], 'shop', '/v1/orders/{id}')?.all, [
      { name: 'v2', to: '/reference/shop/get-v2-orders-order-id', isCurrent: false, isOlder: false },
      { name: 'v1', isCurrent: true, isOlder: true },
    ]);
    assert.deepEqual(tell([shop], 'shop', '/v1/coupons')?.all[0], { name: 'v2', isCurrent: false, isOlder: false });
  });

  test('older operations are listed by themselves, after the others', () => {
    const sections = listSections(shop.own, 'en').map(({ id, older }) => [id, older]);
    assert.deepEqual(sections, [
      ['tag-orders', undefined],
      ['tag-carts', undefined],
      ['tag-orders-v1', 'v1'],
      ['tag-coupons', 'v1'],
    ]);
    assert.deepEqual(versionsOfApi(findVersions([shop]), 'shop', new Map()).versions, [
      { name: 'v2', isCurrent: true, isOlder: false },
      { name: 'v1', to: '#version-v1', isCurrent: false, isOlder: true },
    ]);
  });

  test('a part of an API that has a version of its own is no older one, but what it shares is linked', () => {
    const api = load('pay', {
      '/v1/charges': get(),
      '/v1/refunds': get(),
      '/v1/meters': get(),
      '/v2/meters': get(),
    });
    assert.deepEqual(
      listSections(api.own, 'en').map(({ older }) => older),
      [undefined, undefined, undefined],
    );
    assert.equal(tell([api], 'pay', '/v1/meters')?.all.length, 2);
    assert.equal(tell([api], 'pay', '/v1/charges'), undefined);
  });
});

describe('versions in documents of their own', () => {
  const apis = [
    load('orders', { '/orders': get(), '/v9': get() }, '1.4.0'),
    load('orders-v2', { '/orders': get() }, '2.0.0'),
    load('trains', { '/orders': get() }),
  ];

  test('documents whose names differ in a version are versions of an API', () => {
    assert.deepEqual(versionsOfApi(findVersions(apis), 'orders', new Map()).versions, [
      { name: 'v2', to: '/reference/orders-v2', isCurrent: false, isOlder: false },
      { name: 'v1', isCurrent: true, isOlder: true },
    ]);
    assert.deepEqual(tell(apis, 'orders-v2', '/orders')?.all, [
      { name: 'v2', isCurrent: true, isOlder: false },
      { name: 'v1', to: '/reference/orders/get-orders', isCurrent: false, isOlder: true },
    ]);
    assert.deepEqual(versionsOfApi(findVersions(apis), 'trains', new Map()), {});
    assert.equal(tell(apis, 'trains', '/orders'), undefined);
  });
});

describe('what has changed between two versions', () => {
  const money = { type: 'object', properties: { amount: { type: 'integer' }, currency: { type: 'string' } } };
  const order = (value: object, state: string[]) => ({
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, value, state: { type: 'string', enum: state } },
  });
  const list = (item: object) => ({ type: 'object', properties: { data: { type: 'array', items: item } } });
  const query = (name: string, type: string, required = false) => ({ in: 'query', name, required, schema: { type } });
  const api = load('shop', {
    '/v1/orders': get(list(order({ type: 'string' }, ['open', 'paid'])), {
      parameters: [query('page', 'integer'), query('sort', 'string')],
    }),
    '/v2/orders': get(list(order(money, ['open', 'paid', 'lost'])), {
      parameters: [query('cursor', 'string'), query('sort', 'string', true)],
      responses: { ...json(list(order(money, ['open', 'paid', 'lost']))), '429': { description: 'slow down' } },
    }),
  });

  test('is told of parameters, fields and statuses, once for what is inside of others', () => {
    const { changes, from, to } = tell([api], 'shop', '/v1/orders')?.changes ?? {};
    assert.deepEqual([from, to], ['v1', 'v2']);
    assert.deepEqual(
      changes?.map(({ kind, place, name }) => `${kind} ${place} ${name}`),
      [
        'added query cursor',
        'removed query page',
        'changed query sort',
        'changed response data[].state',
        'changed response data[].value',
        'added response data[].value.amount',
        'added response data[].value.currency',
        'added status 429',
      ],
    );
    assert.deepEqual(changes?.find(({ name }) => name === 'data[].value')?.before, { type: 'string' });
    assert.deepEqual(changes?.find(({ name }) => name === 'sort')?.after, { required: true });
  });

  test('is the same on the pages of both', () => {
    assert.deepEqual(tell([api], 'shop', '/v1/orders')?.changes, tell([api], 'shop', '/v2/orders')?.changes);
  });
});
