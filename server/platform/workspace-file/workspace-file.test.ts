import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, signUp } from '../../testing/browser.ts';
import { invoice, invoices } from '../../testing/issuing-workspaces.ts';
import { joinWorkspace } from '../../testing/members.ts';
import { describeOnDatabases, openSqlite } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const platform = '/platform/v1';

/** A file as it came, with what tests look at. */
interface File {
  workspace: { name: string | null; allowed_origins: string[] | null; ahead_seconds: number };
  webhook_endpoints: { url: string; event_types: string[]; status: string }[];
  inboxes: { url: string; name: string | null }[];
  apis: {
    api: string;
    counters: unknown[];
    records: { store: string; id: string; due_at?: string; body: Record<string, unknown> }[];
  }[];
}

describeOnDatabases('The file of a workspace', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { WEBHOOK_ALLOWED_HOSTS: 'localhost', SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  const exportFrom = async (key: string, from = portal): Promise<File> => {
    const answer = await from.call(`GET ${platform}/workspace/export`, { key });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const importInto = (key: string, body: unknown, into = portal) =>
    into.call(`POST ${platform}/workspace/import`, { key, body });
  /** What files of equal workspaces have in common. */
  const dataOf = ({ workspace, apis, webhook_endpoints, inboxes }: File) => ({
    workspace,
    apis,
    endpoints: webhook_endpoints.map(({ event_types, status }) => [event_types, status]),
    inboxes: inboxes.map(({ name }) => name),
  });

  /** A guest's workspace with data in every API, an endpoint that leads to an inbox, and a clock that is ahead. */
  async function fill(key: string): Promise<void> {
    const ask = async (request: string, body?: unknown) => {
      const answer = await portal.call(request, { key, body });
      assert.ok(answer.status < 300, `${request} ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    await ask('GET /sandbox/gestor/v1/produtos');
    await ask('GET /sandbox/recebiveis/v2/payables');
    await ask('GET /sandbox/crm/v2/usuarios');
    const { url } = await ask(`POST ${platform}/inboxes`, { name: 'Pedidos' });
    await ask(`POST ${platform}/webhook_endpoints`, { url, event_types: ['notas:*'] });
    await ask(`PATCH ${platform}/workspace/clock`, { advance_seconds: 3600 });
    await ask(`PATCH ${platform}/workspace`, { allowed_origins: ['https://loja.example'] });
    await ask(`POST ${invoices}`, invoice);
  }

  test('a workspace that was exported is the same after it was imported elsewhere, in this portal or another', async () => {
    const key = await portal.guest();
    await fill(key);
    const file = await exportFrom(key);
    assert.deepEqual(
      file.apis.map(({ api }) => api),
      ['crm', 'gestor', 'notas', 'recebiveis'],
    );
    const elsewhere = await startTestPortal({ open: openSqlite, env: { WEBHOOK_ALLOWED_HOSTS: 'localhost' } });
    try {
      for (const into of [portal, elsewhere]) {
        const other = await into.guest();
        const imported = await importInto(other, file, into);
        assert.deepEqual([imported.status, imported.body.left_out], [200, []], JSON.stringify(imported.body));
        const [endpoint, inbox] = [imported.body.webhook_endpoints[0], imported.body.inboxes[0]];
        assert.match(endpoint.secret, /^whsec_/);
        assert.equal(endpoint.url, inbox.url, 'the endpoint leads to the new inbox');
        assert.notEqual(inbox.url, file.inboxes[0]?.url);
        assert.deepEqual(dataOf(await exportFrom(other, into)), dataOf(file));
      }
    } finally {
      await elsewhere.close();
    }
  });

  test('an invoice in the middle of its lifecycle goes on where it was, and its webhook is signed with the new secret', async () => {
    const key = await portal.guest();
    await fill(key);
    const other = await portal.guest();
    const { body } = await importInto(other, await exportFrom(key));
    await portal.call(`PATCH ${platform}/workspace/clock`, { key: other, body: { advance_seconds: 86_400 } });
    const { data } = (await portal.call('GET /sandbox/notas/v1/invoices?limit=1', { key: other })).body;
    assert.ok(data.length > 0);
    const events = (await portal.call(`GET ${platform}/events?limit=100`, { key: other })).body.data;
    assert.ok(events.some(({ type }: { type: string }) => type === 'document_success'));
    const deliveries = (await portal.call(`GET ${platform}/deliveries`, { key: other })).body.data;
    assert.equal(deliveries[0].endpoint_id, body.webhook_endpoints[0].id);
  });

  test('what was there before is gone: records, endpoints, inboxes, events; an API that is not in the file has its seed again', async () => {
    const empty = await exportFrom(await portal.guest());
    assert.deepEqual(empty.apis, []);
    const key = await portal.guest();
    await fill(key);
    const seeded = (await portal.call('GET /sandbox/notas/v1/customers', { key: await portal.guest() })).body;
    await portal.call('POST /sandbox/notas/v1/customers', { key, body: { name: 'Zoé', email: 'z@c.example' } });
    assert.equal((await importInto(key, empty)).status, 200);
    const after = await exportFrom(key);
    assert.deepEqual([after.webhook_endpoints, after.inboxes, after.workspace.ahead_seconds], [[], [], 0]);
    assert.deepEqual((await portal.call('GET /sandbox/notas/v1/customers', { key })).body, seeded);
    assert.deepEqual((await portal.call(`GET ${platform}/events`, { key })).body.data, []);
  });

  test('a file says nothing of keys, secrets, people and deliveries', async () => {
    const owner = await signUp(portal, newPerson());
    const { body: key } = await owner.send(`POST ${platform}/api_keys`, {
      body: { name: 'CI', scopes: ['*:read', '*:write'], environment: 'test' },
    });
    await fill(key.secret);
    const { body: me } = await owner.send(`GET ${platform}/me`);
    const text = JSON.stringify(await exportFrom(key.secret));
    for (const secret of [key.secret, key.id, me.person.id, me.person.email, 'whsec_', 'evt_', 'dlv_'])
      assert.ok(!text.includes(secret), secret);
  });

  test('nothing changes when any part is wrong, and the response names it', async () => {
    const key = await portal.guest();
    await fill(key);
    const file = await exportFrom(key);
    const notas = file.apis.findIndex(({ api }) => api === 'notas');
    const change = (edit: (copy: File & Record<string, never>) => void) => {
      const copy = structuredClone(file) as File & Record<string, never>;
      edit(copy);
      return copy;
    };
    const recordsOf = (copy: File) => copy.apis[notas]?.records as Record<string, unknown>[];
    const cases: [unknown, number, RegExp][] = [
      ['{"format":', 400, /invalid_json/],
      [[], 422, /invalid_fields/],
      [change((copy) => Object.assign(copy, { format: 'postman' })), 422, /#\/format/],
      [change((copy) => Object.assign(copy, { version: 2 })), 422, /#\/version/],
      [change((copy) => Object.assign(copy.workspace, { allowed_origins: ['loja'] })), 422, /allowed_origins\/0/],
      [change((copy) => Object.assign(copy.workspace, { ahead_seconds: 1e12 })), 422, /ahead_seconds/],
      [change((copy) => recordsOf(copy).push(7 as never)), 422, /#\/apis\/\d\/records\/\d+"/],
      [change((copy) => recordsOf(copy).push({ store: 'customers', id: 'x', body: 'x' })), 422, /records\/\d+\/body/],
      [
        change((copy) => recordsOf(copy).push({ store: 'customers', id: 'x', body: {} })),
        422,
        /records\/\d+\/body\/name/,
      ],
      [change((copy) => recordsOf(copy).push(recordsOf(copy)[0] as never)), 422, /records\/\d+\/id/],
      [
        change((copy) => recordsOf(copy).push({ store: 'customers', id: 'x', due_at: 'later', body: {} })),
        422,
        /due_at/,
      ],
      [change((copy) => copy.apis.push(copy.apis[notas] as never)), 422, /apis\/\d\/api/],
      [JSON.stringify(file).replace('"body":{', '"body":{"name":"\\u0000",'), 400, /invalid_json/],
      [JSON.stringify(file).replace('"records":[', '"records":[{},,'), 400, /invalid_json/],
      [JSON.stringify(file).replace('"apis":[', '"apis":[],"apis":['), 400, /invalid_json/],
      ['['.repeat(5000), 400, /invalid_json/],
    ];
    for (const [body, status, where] of cases) {
      const answer = await importInto(key, body);
      const text = JSON.stringify(answer.body);
      assert.equal(answer.status, status, text.slice(0, 500));
      assert.match(text, where);
    }
    assert.deepEqual(dataOf(await exportFrom(key)), dataOf(file));
  });

  test('a value that must be unique is refused twice, and nothing is kept of the file', async () => {
    const key = await portal.guest();
    await portal.call('GET /sandbox/notas/v1/customers', { key });
    const file = await exportFrom(key);
    const customers = file.apis[0]?.records.filter(({ store }) => store === 'customers') ?? [];
    for (const { body } of customers) body.external_id = 'E-1';
    const answer = await importInto(key, file);
    assert.deepEqual([answer.status, answer.body.code], [409, 'already_exists']);
    const left = (await exportFrom(key)).apis[0]?.records.length;
    assert.equal(left, file.apis[0]?.records.length);
  });

  test('APIs, collections, event types and addresses that a portal does not have are reported, and the rest is imported', async () => {
    const key = await portal.guest();
    const file = await exportFrom(key);
    file.apis.push({ api: 'outra', counters: [], records: [{ store: 'x', id: '1', body: {} } as never] });
    file.apis.push({ api: 'notas', counters: [], records: [{ store: 'outros', id: '1', body: {} } as never] });
    const endpoint = { description: null, api_versions: { crm: 'v9', outra: 'v1' }, status: 'disabled' };
    file.webhook_endpoints.push({
      ...endpoint,
      url: 'https://localhost/a',
      event_types: ['*', 'outra:feito'],
    } as never);
    file.webhook_endpoints.push({ ...endpoint, url: 'http://10.0.0.1/b', event_types: ['*'] } as never);
    const { status, body } = await importInto(key, file);
    assert.equal(status, 200, JSON.stringify(body));
    const left = body.left_out.map(({ type, name }: { type: string; name: string }) => `${type} ${name}`);
    for (const item of [
      'api outra',
      'store notas/outros',
      'event_type outra:feito',
      'api_version crm:v9',
      'webhook_endpoint http://10.0.0.1/b',
    ])
      assert.ok(left.includes(item), `${item} in ${left}`);
    assert.deepEqual(
      body.webhook_endpoints.map(({ url, status }: Record<string, string>) => [url, status]),
      [['https://localhost/a', 'paused']],
    );
  });

  test('quotas hold for files: records, endpoints and bytes, and a file that is too large is 413', async () => {
    const small = await startTestPortal({
      open,
      env: { GUEST_RECORDS: '150', IMPORT_MIB: '1', GUEST_INBOXES: '1' },
    });
    try {
      const key = await small.guest();
      await small.call('GET /sandbox/notas/v1/customers', { key });
      const file = await exportFrom(key, small);
      const records = file.apis[0]?.records as Record<string, unknown>[];
      const [first] = records.filter(({ store }) => store === 'customers') as [Record<string, object>];
      const many = Array.from({ length: 151 }, (_, index) => {
        const id = `cus_${index}`;
        return { ...first, id, body: { ...first.body, id, external_id: id } };
      });
      const over = await importInto(key, { ...file, apis: [{ api: 'notas', counters: [], records: many }] }, small);
      assert.deepEqual([over.status, over.body.code], [403, 'quota_exceeded']);
      const inbox = { url: 'http://localhost:3000/inbox/a', name: null, fail_next: 0 };
      const answer = { status: 200, delay_seconds: 0, retry_after_seconds: null, close_connection: false };
      const inboxes = [1, 2].map(() => ({ ...inbox, answer }));
      const third = await importInto(key, { ...file, inboxes }, small);
      assert.deepEqual([third.status, third.body.quota?.name], [403, 'inboxes']);
      const large = await importInto(key, ' '.repeat(2 ** 20) + JSON.stringify(file), small);
      assert.deepEqual([large.status, large.body.code], [413, 'too_large']);
      assert.deepEqual(dataOf(await exportFrom(key, small)), dataOf(file));
    } finally {
      await small.close();
    }
  });

  test('a file larger than other bodies is imported; without credentials none is received', async () => {
    const key = await portal.guest();
    await portal.call('GET /sandbox/notas/v1/customers', { key });
    const file = await exportFrom(key);
    const spaces = ' '.repeat(2 * 2 ** 20);
    assert.equal(
      (await importInto(key, JSON.stringify(file).replace('"records":[', `"records":[${spaces}`))).status,
      200,
    );
    const anonymous = await portal.call(`POST ${platform}/workspace/import`, { body: spaces });
    assert.equal(anonymous.status, 401);
    const form = { 'content-type': 'text/csv' };
    const wrong = await portal.call(`POST ${platform}/workspace/import`, { key, body: 'a;b', headers: form });
    assert.equal(wrong.status, 415);
    assert.equal((await portal.call(`POST ${platform}/workspace/import`, { key })).status, 422);
  });

  test('whoever may not read or change all data neither exports nor imports it', async () => {
    const owner = await signUp(portal, newPerson());
    const keyWith = async (scopes: string[]) =>
      (await owner.send(`POST ${platform}/api_keys`, { body: { name: 'CI', scopes, environment: 'test' } })).body
        .secret;
    const few = await keyWith([
      'platform:read',
      'platform:write',
      'webhooks:read',
      'webhooks:write',
      'notas:read',
      'notas:write',
    ]);
    const exported = await portal.call(`GET ${platform}/workspace/export`, { key: few });
    assert.deepEqual([exported.status, exported.body.code], [403, 'insufficient_scope']);
    assert.match(exported.body.detail, /gestor/);
    const imported = await importInto(few, { format: 'cais.workspace' });
    assert.deepEqual([imported.status, imported.body.code], [403, 'insufficient_scope']);
    const readsAll = await keyWith(['*:read']);
    const file = await exportFrom(readsAll);
    assert.equal((await importInto(readsAll, file)).status, 403);
    const { browser: reader } = await joinWorkspace(portal, owner, 'reader');
    assert.equal((await reader.send(`GET ${platform}/workspace/export`)).status, 200);
    assert.equal((await reader.send(`POST ${platform}/workspace/import`, { body: file })).status, 403);
    const { browser: developer } = await joinWorkspace(portal, owner, 'developer');
    assert.equal((await developer.send(`POST ${platform}/workspace/import`, { body: file })).status, 200);
    const trail = (await owner.send(`GET ${platform}/audit_events?action=workspace.imported`)).body.data;
    assert.equal(trail.length, 1);
  });
});
