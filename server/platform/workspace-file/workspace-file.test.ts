import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { invoice, invoices } from '../../testing/issuing-workspaces.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const platform = '/platform/v1';

describeOnDatabases('The file of a workspace', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { WEBHOOK_ALLOWED_HOSTS: 'localhost' } });
  });
  after(() => portal.close());

  const exportFrom = async (key: string, from = portal) => {
    const answer = await from.call(`GET ${platform}/workspace/export`, { key });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const importInto = (key: string, body: unknown, into = portal) =>
    into.call(`POST ${platform}/workspace/import`, { key, body });
  /** What two files of the same workspace have in common. */
  const dataOf = ({ exported_at: _, webhook_endpoints, inboxes, ...file }: Record<string, never>) => ({
    ...file,
    endpoints: (webhook_endpoints as { event_types: string[] }[]).map(({ event_types }) => event_types),
    inboxes: (inboxes as { name: string }[]).map(({ name }) => name),
  });

  test('a workspace is the same after it was exported, another one was opened, and the file was imported', async () => {
    const key = await portal.guest();
    for (const path of ['notas/v1/customers', 'gestor/v1/produtos', 'recebiveis/v1/payables', 'crm/v2/contacts'])
      await portal.call(`GET /sandbox/${path}`, { key });
    const made = await portal.call(`POST ${invoices}`, { key, body: invoice });
    assert.ok(made.status < 300, JSON.stringify(made.body));
    const file = await exportFrom(key);
    const other = await portal.guest();
    const imported = await importInto(other, file);
    assert.equal(imported.status, 200, JSON.stringify(imported.body));
    assert.deepEqual(dataOf(await exportFrom(other)), dataOf(file));
  });
});
