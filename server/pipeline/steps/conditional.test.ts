import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../testing/test-portal.ts';

const notas = '/sandbox/notas/v1';
const customers = `${notas}/customers`;
const helena = `${customers}/cus_f5kznwj47tan9zt2`;
const ana = { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@correio.example' };

describeOnDatabases('Notas, cache', (open) => {
  let portal: TestPortal;
  let key: string;
  let now = Date.parse('2026-11-20T12:00:00Z');
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now) });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string, headers = {}) => portal.call(`GET ${path}`, { key, headers });
  const tagOf = async (path: string, headers = {}) => (await get(path, headers)).headers.etag ?? '';
  const put = (path: string, body: unknown, headers: Record<string, string>) =>
    portal.call(`PUT ${path}`, { key, body, headers });
  const code = ({ body }: TestAnswer) => body.errors?.[0]?.code;

  test('a GET has a strong ETag, Cache-Control and Vary; sending the tag gets 304 without a body', async () => {
    for (const path of [
      helena,
      customers,
      `${customers}?page=2&per_page=5`,
      `${notas}/company`,
      `${notas}/companies/com_m9s346q3d25vt4f5/serviceinvoices`,
    ]) {
      const { status, headers } = await get(path);
      assert.equal(status, 200, path);
      assert.match(headers.etag ?? '', /^"[\w-]{27}"$/, path);
      assert.equal(headers['cache-control'], 'private, no-cache', path);
      assert.deepEqual(headers.vary?.split(', ').sort(), ['Accept', 'Authorization', 'Prefer'], path);
      for (const method of ['GET', 'HEAD']) {
        const again = await portal.call(`${method} ${path}`, { key, headers: { 'if-none-match': headers.etag ?? '' } });
        assert.deepEqual([again.status, again.body], [304, ''], path);
        for (const name of ['etag', 'cache-control', 'vary'])
          assert.equal(again.headers[name], headers[name], `${path} ${name}`);
        for (const name of ['content-type', 'content-length', 'link', 'x-total-count'])
          assert.equal(again.headers[name], undefined, `${path} ${name}`);
        for (const name of ['x-request-id', 'rate-limit-remaining', 'access-control-allow-origin'])
          assert.ok(again.headers[name], `${path} ${name}`);
      }
    }
  });

  test('If-None-Match accepts a list, weak tags and a star', async () => {
    const tag = await tagOf(helena);
    for (const header of [`"other", ${tag}`, `W/${tag}`, `"a,b",W/"c" ,${tag}`, '*'])
      assert.equal((await get(helena, { 'if-none-match': header })).status, 304, header);
    for (const header of ['"other"', tag.replaceAll('"', ''), `x${tag.slice(1)}`, ''])
      assert.equal((await get(helena, { 'if-none-match': header })).status, 200, header);
  });

  test('the tag of a record changes when the record does, and only then', async () => {
    const { body } = await portal.call(`POST ${customers}`, { key, body: ana });
    const before = await tagOf(`${customers}/${body.id}`);
    assert.equal(await tagOf(`${customers}/${body.id}`), before);
    await portal.call(`PATCH ${customers}/${body.id}`, { key, body: { name: 'Ana Luz' } });
    const { status, headers } = await get(`${customers}/${body.id}`, { 'if-none-match': before });
    assert.equal(status, 200);
    assert.notEqual(headers.etag, before);
  });

  test('the tag of a list changes when its headers do, even if the page is the same', async () => {
    const page = `${customers}?per_page=2`;
    const before = await get(page);
    await portal.call(`POST ${customers}`, { key, body: ana });
    const again = await get(page, { 'if-none-match': before.headers.etag });
    assert.equal(again.status, 200);
    assert.deepEqual(again.body, before.body);
    assert.notEqual(again.headers['x-total-count'], before.headers['x-total-count']);
  });

  test('each format has its own tag', async () => {
    const [json, xml] = [await get(helena), await get(helena, { accept: 'application/xml' })];
    assert.equal(xml.status, 200);
    assert.match(xml.headers['content-type'] ?? '', /^application\/xml/);
    assert.notEqual(xml.headers.etag, json.headers.etag);
    assert.equal((await get(helena, { accept: 'application/xml', 'if-none-match': json.headers.etag })).status, 200);
    assert.equal((await get(helena, { accept: 'application/xml', 'if-none-match': xml.headers.etag })).status, 304);
  });

  test('a tag of another workspace does not give 304', async () => {
    const tag = await tagOf(customers);
    await portal.call(`POST ${customers}`, { key, body: { ...ana, name: 'Mine Alone' } });
    const mine = await tagOf(customers);
    assert.notEqual(mine, tag);
    const theirs = await portal.call(`GET ${customers}`, {
      key: await portal.guest(),
      headers: { 'if-none-match': mine },
    });
    assert.equal(theirs.status, 200);
  });

  test('reference data has a long max-age', async () => {
    for (const [path, count, first] of [
      [`${notas}/cities`, 32, { code: '1100205', name: 'Porto Velho', state: 'RO' }],
      [`${notas}/service_codes`, 31, { code: '01.01', description: 'Análise e desenvolvimento de sistemas' }],
    ] as const) {
      const { status, headers, body } = await get(path);
      assert.equal(status, 200);
      assert.equal(headers['cache-control'], 'private, max-age=604800');
      assert.equal(headers['x-total-count'], String(count));
      const { links: _, ...record } = body[0];
      assert.deepEqual(record, first);
      assert.equal((await get(path, { 'if-none-match': headers.etag })).status, 304);
      assert.equal((await portal.call(`POST ${path}`, { key, body: first })).status, 405);
    }
  });

  test('refusals are not cacheable, and have no tag', async () => {
    const { status, headers } = await get(`${customers}/cus_none`, { 'if-none-match': '*' });
    assert.deepEqual([status, headers.etag, headers['cache-control']], [404, undefined, 'no-store']);
  });

  test('If-Match: PUT, PATCH and DELETE succeed when the record is unchanged', async () => {
    const { body: made } = await portal.call(`POST ${customers}`, { key, body: ana });
    const path = `${customers}/${made.id}`;
    now += 1000;
    const replaced = await put(path, { ...ana, name: 'First' }, { 'if-match': await tagOf(path) });
    assert.deepEqual([replaced.status, replaced.body.name], [200, 'First']);
    now += 1000;
    const changed = await portal.call(`PATCH ${path}`, {
      key,
      body: { name: 'Second' },
      headers: { 'if-match': `"other", ${await tagOf(path)}` },
    });
    assert.deepEqual([changed.status, changed.body.name], [200, 'Second']);
    assert.equal((await put(path, { ...ana, name: 'Third' }, { 'if-match': '*' })).status, 200);
    const xml = await tagOf(path, { accept: 'application/xml' });
    assert.equal(
      (await portal.call(`DELETE ${path}`, { key, headers: { 'if-match': xml } })).status,
      204,
      'the tag of any format is a tag of the record',
    );
  });

  test('If-Match: 412 when the record was changed since, and nothing happens', async () => {
    const { body: made } = await portal.call(`POST ${customers}`, { key, body: ana });
    const path = `${customers}/${made.id}`;
    const old = await tagOf(path);
    now += 1000;
    await portal.call(`PATCH ${path}`, { key, body: { name: 'In Between' } });
    const current = await tagOf(path);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      for (const header of [old, '"other"', `W/${current}`, '']) {
        const answer = await portal.call(`${method} ${path}`, {
          key,
          headers: { 'if-match': header },
          ...(method !== 'DELETE' && { body: { ...ana, name: 'Too Late' } }),
        });
        assert.deepEqual([answer.status, code(answer)], [412, 'precondition_failed'], `${method} ${header}`);
      }
    }
    assert.equal(await tagOf(path), current);
  });

  test('If-None-Match: 412 on an existing record', async () => {
    assert.equal((await put(helena, ana, { 'if-none-match': '*' })).status, 412);
    assert.equal((await put(helena, ana, { 'if-none-match': '"other"' })).status, 200);
  });

  test('a request with another error is refused for that', async () => {
    assert.equal((await put(`${customers}/cus_none`, ana, { 'if-match': '"other"' })).status, 404);
    assert.equal((await put(helena, { ...ana, email: 'none' }, { 'if-match': '"other"' })).status, 422);
  });

  test('of several concurrent changes based on one read, one succeeds', async () => {
    const { body: made } = await portal.call(`POST ${customers}`, { key, body: ana });
    const path = `${customers}/${made.id}`;
    const tag = await tagOf(path);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        portal.call(`PATCH ${path}`, { key, body: { name: `Writer ${index}` }, headers: { 'if-match': tag } }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412, 412, 412, 412, 412, 412]);
    const winner = answers.find(({ status }) => status === 200);
    assert.equal((await get(path)).body.name, winner?.body.name);
  });

  test('an API without a caching profile sends no tags, and ignores preconditions', async () => {
    const { status, headers } = await portal.call('GET /sandbox/biblioteca/livros', {
      key,
      headers: { 'if-none-match': '*' },
    });
    assert.deepEqual([status, headers.etag, headers['cache-control']], [200, undefined, undefined]);
  });
});
