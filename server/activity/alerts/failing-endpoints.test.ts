import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { watchAll } from './watch-all.ts';

describeOnDatabases('An alert about endpoints that fail', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open });
  });
  after(() => portal.close());

  test('is sent to the others, and not to them: they would fail once more', async () => {
    const { db } = portal.context;
    const key = await portal.guest();
    const add = async (path: string): Promise<string> => {
      const body = { url: `https://93.184.215.14/${path}`, event_types: ['platform:alert_opened'] };
      return (await portal.call('POST /platform/v1/webhook_endpoints', { key, body })).body.id;
    };
    const [failing, other] = [await add('failing'), await add('other')];
    await db.updateTable('webhook_endpoint').set({ consecutive_failures: 5 }).where('id', '=', failing).execute();
    const onError = (error: unknown) => assert.fail(error as Error);
    await watchAll(db, new Date(), { publicUrl: '', languages: [], mailQueue: undefined, onError });
    const { data } = (await portal.call('GET /platform/v1/deliveries?type=alert_opened', { key })).body;
    assert.deepEqual(
      data.map(({ endpoint_id }: { endpoint_id: string }) => endpoint_id),
      [other],
    );
  });
});
