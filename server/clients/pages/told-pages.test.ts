import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serveApi } from '../../sandbox/serve-api.ts';
import { writeSpec } from '../../testing/test-specs.ts';
import type { Client } from '../runtime/client-types.ts';
import type { AnyRequest, PageDescription } from '../runtime/description.ts';
import { makeClient } from '../runtime/make-client.ts';
import { operation } from '../runtime/operation.ts';
import type { Page, Result } from '../runtime/result-types.ts';
import { collect } from '../runtime/walk.ts';
import { describePage } from './describe-page.ts';

/** How the client reads the pages of a list that a document describes: parameters, headers, and the schema of the body. */
async function pageOf(parameters: string, schema: string, headers = '{}'): Promise<PageDescription> {
  const api = await serveApi(
    writeSpec(`openapi: 3.1.0
info: {title: Things, version: "1"}
paths:
  /things:
    get:
      parameters: ${parameters}
      responses: {"200": {description: ok, headers: ${headers}, content: {application/json: {schema: ${schema}}}}}
  /things/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: ${thing}}}}}
`),
  );
  const [plan] = api.plan.operations.values();
  return (plan && describePage(api, plan)) as PageDescription;
}

const thing = '{type: object, properties: {id: {type: string}}}';
const parameter = (name: string, type = 'integer') => `{name: ${name}, in: query, schema: {type: ${type}}}`;
const listIn = (key: string, others: string) =>
  `{type: object, properties: {${key}: {type: array, items: ${thing}}, ${others}}}`;
const header = (...names: string[]) => `{${names.map((name) => `${name}: {schema: {type: string}}`).join(', ')}}`;

type Answer = (query: URLSearchParams) => { headers?: Record<string, string>; body: unknown };

/** The ids of all things, the first page, and how many requests that took. */
async function walk(page: PageDescription, answer: Answer, request: AnyRequest = {}) {
  const asked: string[] = [];
  const fetch = async ({ url }: Request) => {
    asked.push(new URL(url).search);
    const { headers = {}, body } = answer(new URL(url).searchParams);
    return new Response(JSON.stringify(body), { headers });
  };
  const api = { baseUrl: 'https://api.example', schemes: {}, security: [], requestId: 'x', retryAfter: [] };
  const client: Client = makeClient(api, { fetch });
  const list = operation({ method: 'GET', path: 'things', accept: 'application/json', page });
  const all = (await collect(client, list as never, request as never)) as unknown as Result<{ id: string }[]>;
  const call = list as unknown as (
    client: Client,
    request: AnyRequest,
  ) => Promise<Result<unknown, object, number, Page>>;
  const requests = [...asked];
  const { items, next, ...told } = (await call(client, request)).page as Page;
  return { ids: all.data?.map(({ id }) => id).join(''), told, requests };
}

const things = [...'abcdefg'].map((id) => ({ id }));
const part = (start: number, size = 3) => things.slice(start, start + size);

describe('the client reads pages', () => {
  test('numbered in headers, as the document names them', async () => {
    const page = await pageOf(
      `[${parameter('page')}, ${parameter('per_page')}]`,
      `{type: array, items: ${thing}}`,
      header('X-Total-Count', 'X-Per-Page'),
    );
    const { ids, told } = await walk(page, (query) => {
      const number = Number(query.get('page') ?? 1);
      return { headers: { 'x-total-count': '7', 'x-per-page': '3' }, body: part((number - 1) * 3) };
    });
    assert.deepEqual([ids, told], ['abcdefg', { current: 1, pages: 3, perPage: 3, total: 7 }]);
  });

  test('linked in the header Link, and never leaves the API for another host', async () => {
    const page = await pageOf(`[${parameter('page')}]`, `{type: array, items: ${thing}}`, header('Link'));
    const { ids, requests } = await walk(page, (query) => {
      const number = Number(query.get('page') ?? 1);
      const next = `<https://elsewhere.example/things?page=${number + 1}>; rel="next last", `;
      return {
        headers: { link: `${number < 3 ? next : ''}</things?page=1>; rel=first` },
        body: part((number - 1) * 3),
      };
    });
    assert.deepEqual([ids, requests], ['abcdefg', ['', '?page=2', '?page=3']]);
  });

  test('counted by offset in the body', async () => {
    const page = await pageOf(
      `[${parameter('offset')}, ${parameter('limit')}]`,
      listIn('things', 'total: {type: integer}'),
    );
    const { ids, told } = await walk(
      page,
      (query) => ({ body: { total: 7, things: part(Number(query.get('offset') ?? 0)) } }),
      { query: { limit: 3 } },
    );
    assert.deepEqual([ids, told], ['abcdefg', { current: 1, pages: 3, perPage: 3, total: 7 }]);
  });

  test('by a cursor in the body, beside other parameters', async () => {
    const page = await pageOf(
      `[${parameter('cursor', 'string')}]`,
      listIn('data', 'meta: {type: object, properties: {next_cursor: {type: [string, "null"]}}}'),
    );
    const { ids, told, requests } = await walk(
      page,
      (query) => {
        const start = Number(query.get('cursor') ?? 0);
        return { body: { data: part(start), meta: { next_cursor: start < 6 ? String(start + 3) : null } } };
      },
      { query: { color: 'red' } },
    );
    assert.deepEqual([ids, told.total, requests[1]], ['abcdefg', undefined, '?color=red&cursor=3']);
  });

  test('by HAL links, also of an API without a profile', async () => {
    const page = await pageOf(
      `[${parameter('page')}]`,
      listIn(
        'things',
        '_links: {type: object, properties: {next: {type: object, properties: {href: {type: string}}}}}',
      ),
    );
    const { ids } = await walk(page, (query) => {
      const number = Number(query.get('page') ?? 1);
      return {
        body: {
          things: part((number - 1) * 3),
          _links: number < 3 ? { next: { href: `/things?page=${number + 1}` } } : {},
        },
      };
    });
    assert.equal(ids, 'abcdefg');
  });

  test('by the id of the last record', async () => {
    const page = await pageOf(
      `[${parameter('starting_after', 'string')}]`,
      listIn('data', 'has_more: {type: boolean}'),
    );
    const { ids } = await walk(page, (query) => {
      const start = things.findIndex(({ id }) => id === query.get('starting_after')) + 1;
      return { body: { data: part(start), has_more: start + 3 < 7 } };
    });
    assert.equal(ids, 'abcdefg');
  });

  test('until one is not full, where the API tells nothing', async () => {
    const page = await pageOf(`[${parameter('page')}, ${parameter('size')}]`, `{type: array, items: ${thing}}`);
    const { ids, requests } = await walk(page, (query) => ({ body: part((Number(query.get('page') ?? 1) - 1) * 3) }), {
      query: { size: 3 },
    });
    assert.deepEqual([ids, requests.length], ['abcdefg', 3]);
  });

  test('and comes to an end when an API always answers the same page', async () => {
    const page = await pageOf(`[${parameter('cursor', 'string')}]`, listIn('data', 'next_cursor: {type: string}'));
    const { requests } = await walk(page, () => ({ body: { data: part(0), next_cursor: 'x' } }));
    assert.equal(requests.length, 2);
  });
});
