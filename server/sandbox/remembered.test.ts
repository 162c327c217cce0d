import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rememberedDocument } from '../testing/remembered-document.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

describeOnDatabases('what is sent to operations of many shapes', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: writeSpecs({ kept: { 'openapi.yaml': rememberedDocument } }) },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = async (request: string, sent?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/kept${path}`, { key, body: sent });
  };
  const make = async (name: string, color = 'red') => (await call('POST /things', { name, color })).body;
  const names = async (request: string) => (await call(request)).body.map(({ name }: { name: string }) => name);

  test('is kept where the document says nothing of its answers', async () => {
    const { body: made } = await call('POST /articles', { title: 'Mine' });
    assert.equal(made.title, 'Mine');
    assert.deepEqual((await call(`GET /articles/${made.id}`)).body, made);
    assert.ok((await call('GET /articles')).body.some(({ id }: { id: string }) => id === made.id));
    await call(`PUT /articles/${made.id}`, { title: 'Yours' });
    assert.equal((await call(`GET /articles/${made.id}`)).body.title, 'Yours');
    await call(`DELETE /articles/${made.id}`);
    assert.equal((await call(`GET /articles/${made.id}`)).status, 404);
  });

  test('is kept where examples alone describe the answers', async () => {
    const { body: made } = await call('POST /notes', { text: 'mine' });
    assert.equal((await call(`GET /notes/${made.id}`)).body.text, 'mine');
    const { notes } = (await call('GET /notes')).body;
    assert.deepEqual(notes.at(-1), made);
  });

  test('is kept in a single record that is posted, also in a wrapper', async () => {
    assert.equal((await call('POST /settings', { theme: 'dark' })).body.data.theme, 'dark');
    assert.equal((await call('GET /settings')).body.data.theme, 'dark');
  });

  test('is added to a single record that is made of several lists', async () => {
    const { textCustomFields: before = [] } = (await call('GET /custom_fields')).body;
    await call('POST /custom_fields', { textCustomFields: [{ text: 'a' }] });
    await call('POST /custom_fields', { listCustomFields: [{ text: 'b' }], textCustomFields: [{ text: 'c' }] });
    const { textCustomFields, listCustomFields } = (await call('GET /custom_fields')).body;
    assert.deepEqual(textCustomFields.slice(before.length), [{ text: 'a' }, { text: 'c' }]);
    assert.deepEqual(listCustomFields.at(-1), { text: 'b' });
  });

  test('is kept in a single record below another, which is gone after DELETE and with the other', async () => {
    const { id } = await make('ruled');
    assert.equal((await call(`GET /things/${id}/policy`)).status, 200);
    await call(`PUT /things/${id}/policy`, { rule: 'none' });
    assert.equal((await call(`GET /things/${id}/policy`)).body.rule, 'none');
    assert.equal((await call(`DELETE /things/${id}/policy`)).status, 204);
    assert.equal((await call(`GET /things/${id}/policy`)).status, 404);
    assert.equal((await call(`DELETE /things/${id}/policy`)).status, 404);
    await call(`PUT /things/${id}/policy`, { rule: 'again' });
    assert.equal((await call(`GET /things/${id}/policy`)).body.rule, 'again');
    assert.equal((await call(`GET /things/${id}/health`)).status, 200);
    await call(`DELETE /things/${id}`);
    for (const part of ['policy', 'health']) assert.equal((await call(`GET /things/${id}/${part}`)).status, 404, part);
  });

  test('may be several records at once', async () => {
    const { things } = (await call('POST /things/bulk', { things: [{ name: 'a' }, { name: 'b' }] })).body;
    assert.deepEqual(
      things.map(({ name }: { name: string }) => name),
      ['a', 'b'],
    );
    const [{ id }, { id: other }] = things;
    assert.equal((await call(`GET /things/${id}`)).body.name, 'a');
    const { body: changed } = await call('PATCH /things/bulk', [
      { id, name: 'c' },
      { id: 'none', name: 'd' },
    ]);
    assert.deepEqual([changed.length, (await call(`GET /things/${id}`)).body.name], [1, 'c']);
    assert.equal((await call(`DELETE /things/bulk?ids=${id}&ids=${other}`)).status, 204);
    for (const each of [id, other]) assert.equal((await call(`GET /things/${each}`)).status, 404);
  });

  test('may not be more records than a request may write', async () => {
    const many = { things: Array.from({ length: 1001 }, () => ({ name: 'x' })) };
    const { status, body } = await call('POST /things/bulk', many);
    assert.equal(status, 422);
    assert.match(JSON.stringify(body), /at most 1,?000 items/);
  });

  test('may name its record in the body, or concern all records', async () => {
    const { id } = await make('before');
    await call('PUT /things', { id, name: 'after' });
    assert.equal((await call(`GET /things/${id}`)).body.name, 'after');
    assert.equal((await call('PUT /things', { id: 'none', name: 'x' })).status, 404);
    assert.equal((await call('DELETE /things')).status, 204);
    assert.deepEqual((await call('GET /things')).body, []);
  });

  test('is counted', async () => {
    await call('DELETE /things');
    await make('one', 'blue');
    await make('two', 'green');
    assert.equal((await call('GET /things/count')).body.count, 2);
    assert.equal((await call('GET /things/count?color=blue')).body.count, 1);
  });

  test('is shown at other addresses that answer the same records', async () => {
    await call('DELETE /things');
    assert.equal((await call('GET /first-thing')).status, 404);
    const blue = await make('first', 'blue');
    await make('second', 'green');
    assert.deepEqual((await call('GET /first-thing')).body, blue);
    assert.deepEqual((await call(`GET /thing-by-id?id=${blue.id}`)).body, blue);
    assert.deepEqual(await names('GET /things/color/green'), ['second']);
    const { body: made } = await call('POST /simulations/things', { name: 'third', color: 'green' });
    assert.deepEqual((await call(`GET /things/${made.id}`)).body, made);
    assert.deepEqual(await names('GET /things/color/green'), ['second', 'third']);
  });

  test('is a record of the collection that a verb stands below', async () => {
    const { id } = await make('server');
    const { event } = (await call(`POST /things/${id}/events/restart`)).body;
    assert.deepEqual((await call(`GET /things/${id}/events`)).body.events.at(-1), event);
    assert.equal((await call('POST /things/none/events/restart')).status, 404);
  });

  test('may be in a wrapper of the request, behind a verb, and removed by a list of ids', async () => {
    assert.equal((await call('POST /people/register', { person: { name: 'mine' } })).status, 200);
    const made = (await call('GET /people')).body.at(-1);
    assert.equal(made.name, 'mine');
    assert.deepEqual((await call(`GET /people/${made.id}`)).body, made);
    assert.equal((await call(`DELETE /people/delete?ids=${made.id},none`)).status, 204);
    assert.equal((await call(`GET /people/${made.id}`)).status, 404);
  });

  test('is found by the period of its time', async () => {
    for (const day of ['01', '02', '03'])
      await call('POST /visits', {
        date: `2027-05-${day}T10:00:00.000Z`,
        seen_at: Date.parse(`2027-05-${day}`) / 1000,
      });
    const days = async (query: string) =>
      (await call(`GET /visits?${query}`)).body
        .filter(({ date }: { date: string }) => date.startsWith('2027-05'))
        .map(({ date }: { date: string }) => date.slice(8, 10));
    assert.deepEqual(await days('since=2027-05-02T10:00:00Z'), ['02', '03']);
    assert.deepEqual(await days('end_date=2027-05-02'), ['01', '02']);
    assert.deepEqual(await days('since=2027-05-02T00:00:00%2B00:00&end_date=2027-05-02'), ['02']);
    assert.deepEqual(await days(`seen[gte]=${Date.parse('2027-05-03') / 1000}`), ['03']);
  });

  test('is answered where nothing can be read again, as far as the schema allows', async () => {
    const { body } = await call('POST /estimates', { amount: 7, note: 'too long' });
    assert.deepEqual(body, { amount: 7, fee: 1, note: 'none' });
  });

  test('is in the list of the value that its path has', async () => {
    await call('POST /standings/2025', { team: 'A', points: 3 });
    await call('POST /standings/2026', { team: 'B', points: 1 });
    const teams = async (season: string) =>
      (await call(`GET /standings/${season}`)).body.map(({ team }: { team: string }) => team);
    assert.deepEqual([await teams('2025'), await teams('2026')], [['A'], ['B']]);
  });

  test('may be nothing but that something is there', async () => {
    const status = async (method: string) => (await call(`${method} /starred/cais`)).status;
    const seen = [];
    for (const method of ['GET', 'PUT', 'GET', 'PUT', 'DELETE', 'GET', 'DELETE']) seen.push(await status(method));
    assert.deepEqual(seen, [404, 204, 204, 204, 204, 404, 404]);
  });

  test('is kept where the collection is in the plural and its item in the singular', async () => {
    const { body: made } = await call('POST /invoices', { total: 7 });
    assert.deepEqual((await call(`GET /invoice/${made.id}`)).body, made);
    const { body: line } = await call(`POST /invoice/${made.id}/lines`, { text: 'first' });
    assert.deepEqual((await call(`GET /invoice/${made.id}/lines`)).body, [line]);
    assert.equal((await call('GET /invoice/none/lines')).status, 404);
  });
});
