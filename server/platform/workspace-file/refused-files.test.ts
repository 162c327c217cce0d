import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson, signUp } from '../../testing/browser.ts';
import { joinWorkspace } from '../../testing/members.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { dataOf, exportFrom, fillWorkspace, importInto, type TestFile } from '../../testing/workspace-files.ts';

const platform = '/platform/v1';

describeOnDatabases('A file that is refused', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { WEBHOOK_ALLOWED_HOSTS: 'localhost', SIGN_INS_PER_HOUR: '1000' } });
  });
  after(() => portal.close());

  test('nothing changes when any part is wrong, and the response names it', async () => {
    const key = await portal.guest();
    await fillWorkspace(portal, key);
    const file = await exportFrom(portal, key);
    const notas = file.apis.findIndex(({ api }) => api === 'notas');
    const change = (edit: (copy: TestFile & Record<string, never>) => void) => {
      const copy = structuredClone(file) as TestFile & Record<string, never>;
      edit(copy);
      return copy;
    };
    const recordsOf = (copy: TestFile) => copy.apis[notas]?.records as Record<string, unknown>[];
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
      [JSON.stringify(file).replace('"records":[', '"records":[,'), 400, /invalid_json/],
      [JSON.stringify(file).replace('"apis":[', '"apis":[],"apis":['), 400, /invalid_json/],
      ['['.repeat(5000), 400, /invalid_json/],
    ];
    for (const [body, status, where] of cases) {
      const answer = await importInto(portal, key, body);
      const text = JSON.stringify(answer.body);
      assert.equal(answer.status, status, text.slice(0, 500));
      assert.match(text, where);
    }
    assert.deepEqual(dataOf(await exportFrom(portal, key)), dataOf(file));
  });

  test('a value that must be unique is refused twice, and nothing is kept of the file', async () => {
    const key = await portal.guest();
    await portal.call('GET /sandbox/notas/v1/customers', { key });
    const file = await exportFrom(portal, key);
    const customers = file.apis[0]?.records.filter(({ store }) => store === 'customers') ?? [];
    for (const { body } of customers) body.external_id = 'E-1';
    const answer = await importInto(portal, key, file);
    assert.deepEqual([answer.status, answer.body.code], [409, 'already_exists']);
    const left = (await exportFrom(portal, key)).apis[0]?.records.length;
    assert.equal(left, file.apis[0]?.records.length);
  });

  test('quotas hold for files: records, endpoints and bytes, and a file that is too large is 413', async () => {
    const small = await startTestPortal({
      open,
      env: { GUEST_RECORDS: '150', IMPORT_MIB: '1', GUEST_INBOXES: '1' },
    });
    try {
      const key = await small.guest();
      await small.call('GET /sandbox/notas/v1/customers', { key });
      const file = await exportFrom(small, key);
      const records = file.apis[0]?.records as Record<string, unknown>[];
      const [first] = records.filter(({ store }) => store === 'customers') as [Record<string, object>];
      const many = Array.from({ length: 151 }, (_, index) => {
        const id = `cus_${index}`;
        return { ...first, id, body: { ...first.body, id, external_id: id } };
      });
      const over = await importInto(small, key, { ...file, apis: [{ api: 'notas', counters: [], records: many }] });
      assert.deepEqual([over.status, over.body.code], [403, 'quota_exceeded']);
      const inbox = { url: 'http://localhost:3000/inbox/a', name: null, fail_next: 0 };
      const answer = { status: 200, delay_seconds: 0, retry_after_seconds: null, close_connection: false };
      const inboxes = [1, 2].map(() => ({ ...inbox, answer }));
      const third = await importInto(small, key, { ...file, inboxes });
      assert.deepEqual([third.status, third.body.quota?.name], [403, 'inboxes']);
      const large = await importInto(small, key, ' '.repeat(2 ** 20) + JSON.stringify(file));
      assert.deepEqual([large.status, large.body.code], [413, 'too_large']);
      assert.deepEqual(dataOf(await exportFrom(small, key)), dataOf(file));
    } finally {
      await small.close();
    }
  });

  test('a file larger than other bodies is imported; without credentials none is received', async () => {
    const key = await portal.guest();
    await portal.call('GET /sandbox/notas/v1/customers', { key });
    const file = await exportFrom(portal, key);
    const spaces = ' '.repeat(1.5 * 2 ** 20);
    assert.equal(
      (await importInto(portal, key, JSON.stringify(file).replace('"records":[', `"records":[${spaces}`))).status,
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
    const imported = await importInto(portal, few, { format: 'cais.workspace' });
    assert.deepEqual([imported.status, imported.body.code], [403, 'insufficient_scope']);
    const readsAll = await keyWith(['*:read']);
    const file = await exportFrom(portal, readsAll);
    assert.equal((await importInto(portal, readsAll, file)).status, 403);
    const { browser: reader } = await joinWorkspace(portal, owner, 'reader');
    assert.equal((await reader.send(`GET ${platform}/workspace/export`)).status, 200);
    assert.equal((await reader.send(`POST ${platform}/workspace/import`, { body: file })).status, 403);
    const { browser: developer } = await joinWorkspace(portal, owner, 'developer');
    assert.equal((await developer.send(`POST ${platform}/workspace/import`, { body: file })).status, 200);
    const trail = (await owner.send(`GET ${platform}/audit_events?action=workspace.imported`)).body.data;
    assert.equal(trail.length, 1);
  });

  test('of many files at once from one network, some have to wait, and what a failed one took of a quota is given back', async () => {
    const key = await portal.guest();
    await portal.call('GET /sandbox/notas/v1/customers', { key });
    const file = await exportFrom(portal, key);
    const answers = await Promise.all(Array.from({ length: 8 }, () => importInto(portal, key, file)));
    const statuses = answers.map(({ status }) => status);
    assert.deepEqual([...new Set(statuses)].sort(), [200, 429]);
    const late = answers.find(({ status }) => status === 429);
    assert.ok(late?.headers['retry-after']);
    assert.equal((await importInto(portal, key, file)).status, 200);
    assert.deepEqual(dataOf(await exportFrom(portal, key)), dataOf(file));
  });
});
