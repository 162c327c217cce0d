import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestPortal } from '../testing/test-portal.ts';
import { checkHandlers } from './handlers.ts';

test('the server does not start while an operation of the platform API has no handler', async () => {
  const portal = await startTestPortal();
  const platform = portal.context.apis.get('platform');
  await portal.close();
  const [operation] = platform?.operations ?? [];
  assert.ok(platform && operation);
  checkHandlers(platform);
  const operations = [...platform.operations, { ...operation, id: 'inventKeys' }];
  assert.throws(() => checkHandlers({ ...platform, operations }), /no handler for inventKeys/);
});
