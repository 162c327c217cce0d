import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const events = '/platform/v1/events';
const invoices = '/sandbox/notas/v1/companies/com_m9s346q3d25vt4f5/serviceinvoices';
const invoice = {
  customer_id: 'cus_f5kznwj47tan9zt2',
  service_code: '01.07',
  description: 'Suporte',
  service_date: '2026-11-20',
  amount: '10.00',
};

describeOnDatabases('the events of a workspace (dialects.md 1, events)', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
    for (let count = 0; count < 5; count++) await call(`POST ${invoices}`, invoice);
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => portal.call(request, { key, body });
  const walk = async (query: string, between = async () => {}) => {
    const pages: string[][] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await call(`GET ${events}?${query}${cursor && `&cursor=${cursor}`}`);
      assert.equal(status, 200, JSON.stringify(body));
      pages.push(body.data.map(({ id }: { id: string }) => id));
      assert.equal(body.has_more, body.next_cursor !== null);
      if (!body.next_cursor) return pages;
      cursor = body.next_cursor;
      await between();
    }
  };

  test('are listed in pages, as documented, oldest first', async () => {
    const { body } = await call(`GET ${events}`);
    const api = portal.context.apis.get('platform');
    const schema = api?.operations.find(({ id }) => id === 'listEvents')?.responses['200']?.content?.[
      'application/json'
    ]?.schema;
    assert.ok(api && schema);
    assert.deepEqual(api.validator.response(schema, body), []);
    const whole = body.data.map(({ id }: { id: string }) => id);
    assert.equal(whole.length, 10);
    const pages = await walk('limit=3');
    assert.deepEqual(
      pages.map(({ length }) => length),
      [3, 3, 3, 1],
    );
    assert.deepEqual(pages.flat(), whole);
  });

  test('are filtered by type and by API', async () => {
    const ids = async (query: string) => (await call(`GET ${events}?${query}`)).body.data;
    assert.equal((await ids('type=document_processing')).length, 5);
    assert.equal((await ids('api=notas')).length, 10);
    assert.equal((await ids('api=biblioteca')).length, 0);
    assert.equal((await ids('api=notas&type=nothing_like_it')).length, 0);
    assert.equal((await walk('type=operation_processing&limit=2')).flat().length, 5);
  });

  test('are walked without loss or repetition while others write', async () => {
    const writing: Promise<unknown>[] = [];
    const pages = await walk('limit=2&type=document_processing', async () => {
      for (let count = 0; count < 3 && writing.length < 24; count++) writing.push(call(`POST ${invoices}`, invoice));
    });
    const seen = pages.flat();
    await Promise.all(writing);
    const whole = (await walk('limit=7&type=document_processing')).flat();
    assert.equal(whole.length, 5 + writing.length);
    assert.deepEqual(seen, whole.slice(0, seen.length), 'later commits come after what was seen');
  });

  test('of another workspace are not found, nor are unknown ids', async () => {
    const { body } = await call(`GET ${events}?limit=1`);
    const stranger = await portal.guest();
    const asked = [
      await portal.call(`GET ${events}/${body.data[0].id}`, { key: stranger }),
      await call(`GET ${events}/evt_none`),
    ];
    assert.deepEqual(
      asked.map(({ status, body }) => [status, body.code]),
      [
        [404, 'not_found'],
        [404, 'not_found'],
      ],
    );
    assert.deepEqual((await portal.call(`GET ${events}`, { key: stranger })).body, {
      data: [],
      has_more: false,
      next_cursor: null,
    });
  });

  test('an invalid cursor and an oversized page are refused', async () => {
    for (const [query, field] of [
      ['cursor=nonsense', '#/cursor'],
      ['limit=101', '#/limit'],
      ['limit=0', '#/limit'],
      ['limit=many', '#/limit'],
    ] as const) {
      const { status, body } = await call(`GET ${events}?${query}`);
      assert.deepEqual([status, body.errors[0].in, body.errors[0].pointer], [422, 'query', field], query);
    }
  });
});
