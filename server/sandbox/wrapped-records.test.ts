import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServedApi } from '../plan/served-api.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';
import { wrappedDocument } from '../testing/wrapped-document.ts';

describeOnDatabases('lists and records in wrappers', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ wrapped: { 'openapi.yaml': wrappedDocument } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/wrapped${path}`, { key, body });
  };

  test('have a name that is like that of their path', async () => {
    const { body: made } = await call('POST /account/keys', { name: 'mine' });
    assert.equal(made.ssh_key.name, 'mine');
    assert.deepEqual((await call(`GET /account/keys/${made.ssh_key.id}`)).body, made);
    assert.deepEqual((await call('GET /account/keys')).body.ssh_keys.at(-1), made.ssh_key);
  });

  test('are told from other lists, and may be two wrappers deep', async () => {
    const { body: made } = await call('POST /bank-accounts', { name: 'mine' });
    assert.equal(made.response.bank_account.name, 'mine');
    assert.deepEqual((await call('GET /bank-accounts')).body.bank_accounts.at(-1), made.response.bank_account);
    assert.deepEqual((await call(`GET /bank-accounts/${made.response.bank_account.id}`)).body, made);
  });

  test('stand beside errors and a code', async () => {
    const { body: made } = await call('POST /jobs', { name: 'mine' });
    const { result } = (await call('GET /jobs')).body;
    assert.deepEqual([result.items.at(-1), result.total], [made.data, result.items.length]);
    assert.deepEqual((await call(`GET /jobs/${made.data.id}`)).body.data, made.data);
  });

  test('may be a list of one', async () => {
    const { body: made } = await call('POST /Invoices', { Total: 7 });
    assert.deepEqual([made.Invoices.length, made.Invoices[0].Total], [1, 7]);
    const { InvoiceID } = made.Invoices[0];
    assert.deepEqual((await call(`GET /Invoices/${InvoiceID}`)).body, made);
    assert.equal((await call(`PUT /Invoices/${InvoiceID}`, { Total: 8 })).body.Invoices[0].Total, 8);
    assert.equal((await call('GET /Invoices')).body.Invoices.at(-1).Total, 8);
    assert.equal((await call('GET /Invoices/none')).status, 404);
  });

  test('an id that only the list shows is that of the item', async () => {
    const [first] = (await call('GET /accounts')).body.data;
    assert.equal(first.accountId, 'abc-123');
    assert.equal((await call('GET /accounts/abc-123')).body.data.number, first.number);
    const { body: made } = await call('POST /accounts', { number: '77' });
    assert.equal((await call(`GET /accounts/${made.data.accountId}`)).body.data.number, '77');
    assert.equal((await call('GET /accounts')).body.data.at(-1).accountId, made.data.accountId);
    assert.equal((await call('GET /accounts/none')).status, 404);
  });

  test('a record that contains a list is kept, and a list by another parameter than an id is no record', async () => {
    assert.equal((await call('PUT /settings', { theme: 'dark' })).body.theme, 'dark');
    assert.equal((await call('GET /settings')).body.theme, 'dark');
    const api = portal.context.apis.get('wrapped') as ServedApi;
    const role = (path: string) =>
      [...api.plan.operations.values()].find(({ operation }) => operation.path === path)?.role;
    assert.deepEqual([role('/settings'), role('/teams/{team}')], ['read-singleton', 'list']);
  });
});
