import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startTestPortal } from '../testing/test-portal.ts';

describe('a server that is closing', () => {
  test('answers what still arrives as always, and opens no stream', async () => {
    const portal = await startTestPortal();
    const closing = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    portal.app.addHook('preClose', async () => {
      closing.resolve();
      await answered.promise;
    });
    const origin = await portal.app.listen({ port: 0, host: '127.0.0.1' });
    const key = await portal.guest();
    const closed = portal.close();
    await closing.promise;
    const send = (path: string) => fetch(origin + path, { headers: { authorization: `Bearer ${key}` } });

    const read = await send('/platform/v1/api_keys');
    assert.deepEqual([read.status, read.headers.get('connection')], [200, 'close']);
    assert.equal((await send('/readyz')).status, 503);
    const stream = await send('/platform/v1/events/stream');
    assert.deepEqual([stream.status, stream.headers.get('retry-after')], [503, '1']);
    assert.match(String(stream.headers.get('content-type')), /problem\+json/);

    answered.resolve();
    await closed;
  });
});
