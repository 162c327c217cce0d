import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MemoryStorage } from '../ui/memory-storage.ts';
import {
  findGuestKey,
  forgetGuestKey,
  forgetPersonKey,
  type GuestKey,
  storeGuestKey,
  usableMilliseconds,
} from './guest-key.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const key: GuestKey = {
  secret: 'sk_test_a',
  workspaceId: 'wrk_1',
  scopes: ['sandbox'],
  expiresAt: '2026-03-01T13:00:00Z',
};
const holder = 'per_1 wsp_1';

it('stores a key for the browser until shortly before it expires', () => {
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

it('forgets the key that is named, not the one that replaced it', () => {
  const storage = new MemoryStorage();
  storeGuestKey(storage, key);
  forgetGuestKey(storage, { ...key, secret: 'sk_test_other' });
  assert.deepEqual(findGuestKey(storage, now), key);
  forgetGuestKey(storage, key);
  assert.equal(findGuestKey(storage, now), undefined);
});

it("ignores another person's key", () => {
  const storage = new MemoryStorage();
  storeGuestKey(storage, { ...key, holder });
  assert.equal(findGuestKey(storage, now), undefined);
  assert.equal(findGuestKey(storage, now, 'per_1 wsp_2'), undefined);
  assert.equal(findGuestKey(storage, now, holder)?.secret, key.secret);
});

it('keeps the key of the guest while a person is signed in', () => {
  const storage = new MemoryStorage();
  storeGuestKey(storage, key);
  storeGuestKey(storage, { ...key, secret: 'sk_test_b', holder });
  assert.equal(findGuestKey(storage, now, holder)?.secret, 'sk_test_b');
  forgetPersonKey(storage);
  assert.equal(findGuestKey(storage, now, holder), undefined);
  assert.deepEqual(findGuestKey(storage, now), key);
});
