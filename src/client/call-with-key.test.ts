import assert from 'node:assert/strict';
import { it } from 'node:test';
import { callWithKey } from './call-with-key.ts';
import type { GuestKey } from './guest-key.ts';
import { PlatformError } from './platform-error.ts';

const key = (secret: string): GuestKey => ({
  secret,
  workspaceId: 'wsp_1',
  scopes: [],
  expiresAt: '2099-01-01T00:00:00Z',
});
const account = { getKey: async () => key('first'), renewKey: async () => key('second') };
const refusing = (status: number) => new PlatformError('refused', 'no', new Response(null, { status }));

it('tries once more after a 401', async () => {
  const data = await callWithKey(account, async (secret) => {
    if (secret === 'first') throw refusing(401);
    return { data: secret };
  });
  assert.equal(data, 'second');
});

it('reports a key that is refused twice, and any other failure as it is', async () => {
  const tried: string[] = [];
  const call = (status: number) =>
    callWithKey(account, async (secret) => {
      tried.push(secret);
      throw refusing(status);
    });
  await assert.rejects(call(401), (error: PlatformError) => error.kind === 'key-refused' && error.status === 401);
  await assert.rejects(call(403), (error: PlatformError) => error.kind === 'refused' && error.status === 403);
  assert.deepEqual(tried, ['first', 'second', 'first']);
});
