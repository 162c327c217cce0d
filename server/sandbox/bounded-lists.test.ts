import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const integer = { type: 'integer' };
const bounds = { type: 'object', properties: { gt: integer, gte: integer, lt: integer, lte: integer } };

/** Lists with the parameters that bound them, and the properties of their records. */
const lists: Record<string, { query: Record<string, object>; record: object }> = {
  charges: {
    query: { created: { anyOf: [bounds, integer] } },
    record: { created: { type: 'integer', format: 'unix-time' } },
  },
  orders: {
    query: {
      created_after: time,
      createdBefore: time,
      min_total: integer,
      'total[lte]': integer,
      status: { ...text, enum: ['open', 'closed', 'all'] },
    },
    record: { created_at: time, total: integer, status: text },
  },
  messages: { query: { 'DateSent>': time, 'DateSent<': time }, record: { date_sent: time } },
  pix: {
    query: { inicio: time, fim: time },
    record: { calendario: { type: 'object', properties: { criacao: time } } },
  },
  events: {
    query: { since: { ...text, description: 'A timestamp.' }, until: { ...text, description: 'A timestamp.' } },
    record: { date: { type: 'string', format: 'date' } },
  },
};

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (status: string, schema: object) => ({ [status]: { description: 'Done', ...json(schema) } });
const paths = Object.fromEntries(
  Object.entries(lists).flatMap(([name, { query, record }]) => {
    const schema = { type: 'object', properties: { id: text, ...record } };
    const parameters = Object.entries(query).map(([each, schema]) => ({
      name: each,
      in: 'query',
      schema,
      ...('anyOf' in schema && { style: 'deepObject', explode: true }),
    }));
    return [
      [
        `/${name}`,
        {
          get: { parameters, responses: answer('200', { type: 'array', items: schema }) },
          post: { requestBody: json(schema), responses: answer('201', schema) },
        },
      ],
      [
        `/${name}/{id}`,
        {
          parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
          get: { responses: answer('200', schema) },
          delete: { responses: { '204': { description: 'Gone' } } },
        },
      ],
    ];
  }),
);

describeOnDatabases('lists that are bounded', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const document = { openapi: '3.1.0', info: { title: 'Bounded', version: '1' }, paths };
    const specs = writeSpecs({ bounded: { 'openapi.yaml': JSON.stringify(document), 'seed.yaml': '' } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) =>
    portal.call(request.replace(' ', ' /sandbox/bounded/'), { key, body });

  /** Creates a record for each and returns which of them a query finds, by their place. */
  async function finder(name: string, records: object[]): Promise<(query: string) => Promise<number[]>> {
    for (const { id } of (await call(`GET ${name}`)).body) await call(`DELETE ${name}/${id}`);
    const ids: string[] = [];
    for (const record of records) ids.push((await call(`POST ${name}`, record)).body.id);
    return async (query) =>
      (await call(`GET ${name}?${query}`)).body.map(({ id }: { id: string }) => ids.indexOf(id)).sort();
  }

  test('by the parts of an object, each with its own comparison', async () => {
    const find = await finder('charges', [{ created: 1_700_000_000 }, { created: 1_800_000_000 }]);
    assert.deepEqual(await find('created[gte]=1800000000'), [1]);
    assert.deepEqual(await find('created[gt]=1800000000'), []);
    assert.deepEqual(await find('created[lt]=1800000000'), [0]);
    assert.deepEqual(await find('created[gte]=1700000000&created[lte]=1800000000'), [0, 1]);
    assert.deepEqual(await find('created=1800000000'), [1]);
  });

  test('by names that say which end of which property', async () => {
    const find = await finder('orders', [
      { created_at: '2026-01-05T10:00:00Z', total: 10, status: 'open' },
      { created_at: '2026-02-05T10:00:00Z', total: 20, status: 'closed' },
    ]);
    assert.deepEqual(await find('created_after=2026-01-06T00:00:00Z'), [1]);
    assert.deepEqual(await find('createdBefore=2026-01-06T00:00:00Z'), [0]);
    assert.deepEqual(await find('min_total=15'), [1]);
    assert.deepEqual(await find('total[lte]=15'), [0]);
    assert.deepEqual(await find('status=all'), [0, 1]);
    assert.deepEqual(await find('status=closed'), [1]);
  });

  test('by signs in the name', async () => {
    const find = await finder('messages', [
      { date_sent: '2026-01-05T10:00:00Z' },
      { date_sent: '2026-02-05T10:00:00Z' },
    ]);
    assert.deepEqual(await find('DateSent%3E=2026-01-20T00:00:00Z'), [1]);
    assert.deepEqual(await find('DateSent%3C=2026-01-20T00:00:00Z'), [0]);
  });

  test('by a window on the time of the records, whatever it is called', async () => {
    const find = await finder('pix', [
      { calendario: { criacao: '2026-01-05T10:00:00Z' } },
      { calendario: { criacao: '2026-02-05T10:00:00Z' } },
    ]);
    assert.deepEqual(await find('inicio=2026-01-01T00:00:00Z&fim=2026-01-31T23:59:59Z'), [0]);
    const seen = await finder('events', [{ date: '2026-01-05' }, { date: '2026-02-05' }]);
    assert.deepEqual(await seen('since=2026-02-01'), [1]);
    assert.deepEqual(await seen('until=2026-02-01'), [0]);
  });
});
