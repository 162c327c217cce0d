import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MemoryStorage } from '../ui/memory-storage.ts';
import { findGuestKey, forgetGuestKey, type GuestKey, storeGuestKey, usableMilliseconds } from './guest-key.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const key: GuestKey = {
  secret: 'sk_test_a',
  workspaceId: 'wrk_1',
  scopes: ['sandbox'],
  expiresAt: '2026-03-01T13:00:00Z',
};

it('stores a key for the tab until shortly before it expires', () => {
  const storage = new MemoryStorage();
  assert.equal(findGuestKey(storage, now), undefined);
  storeGuestKey(storage, key);
  assert.deepEqual(findGuestKey(storage, now), key);
  assert.equal(usableMilliseconds(key, now), 59 * 60_000);
  assert.equal(findGuestKey(storage, now + 59 * 60_000), undefined);
});

it('ignores a live key and an invalid entry', () => {
  const storage = new MemoryStorage();
  storeGuestKey(storage, { ...key, secret: 'sk_live_a' });
  assert.equal(findGuestKey(storage, now), undefined);
  storage.setItem('cais.guest-key', '{"secret":');
  assert.equal(findGuestKey(storage, now), undefined);
  storeGuestKey(storage, { ...key, expiresAt: 'soon' });
  assert.equal(findGuestKey(storage, now), undefined);
});

it('forgets the key that was rejected, not the one that replaced it', () => {
  const storage = new MemoryStorage();
  storeGuestKey(storage, key);
  forgetGuestKey(storage, 'sk_test_other');
  assert.deepEqual(findGuestKey(storage, now), key);
  forgetGuestKey(storage, 'sk_test_a');
  assert.equal(findGuestKey(storage, now), undefined);
});

it("ignores another person's key, and forgets any key that was rejected", () => {
  const storage = new MemoryStorage();
  storeGuestKey(storage, { ...key, holder: 'per_1 wsp_1' });
  assert.equal(findGuestKey(storage, now), undefined);
  assert.equal(findGuestKey(storage, now, 'per_1 wsp_2'), undefined);
  assert.equal(findGuestKey(storage, now, 'per_1 wsp_1')?.secret, key.secret);
  forgetGuestKey(storage, key.secret);
  assert.equal(findGuestKey(storage, now, 'per_1 wsp_1'), undefined);
});
