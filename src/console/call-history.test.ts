import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MemoryStorage } from '../ui/memory-storage.ts';
import type { CallDraft } from './call-draft.ts';
import { addCall, clearCalls, type PastCall, readCalls, restoreDraft, storableDraft } from './call-history.ts';

const draft: CallDraft = {
  fields: { 'query.page': { included: true, value: '0' }, 'query.pin': { included: true, value: '1234' } },
  includeBody: true,
  mediaType: 'application/json',
  bodies: { 'application/json': '{"a":1}', 'application/xml': '<a/>' },
  accept: 'application/json',
  credential: 0,
};

function aCall(id: string, given: Partial<PastCall> = {}): PastCall {
  return {
    id,
    at: '',
    apiSlug: 'shop',
    operationSlug: 'list-orders',
    method: 'GET',
    path: '/orders',
    status: 200,
    draft,
    ...given,
  };
}

it('stores the last thirty calls, the newest first', () => {
  const storage = new MemoryStorage();
  for (let number = 1; number <= 32; number++) addCall(storage, aCall(String(number)));
  const ids = readCalls(storage).map(({ id }) => id);
  assert.equal(ids.length, 30);
  assert.deepEqual([ids[0], ids.at(-1)], ['32', '3']);
  clearCalls(storage);
  assert.deepEqual(readCalls(storage), []);
});

const letters = 'a1B2'.repeat(14);
const secrets: [what: string, secret: string, shown: string][] = [
  ['keys', `sk_test_${letters}`, 'sk_test_…'],
  ['live keys', `sk_live_${letters}`, 'sk_live_…'],
  ["OAuth clients' secrets", `cs_${letters}`, 'cs_…'],
  ["webhooks' secrets", `whsec_${letters.slice(0, 40)}/+==`, 'whsec_…'],
  ['access tokens', `eyJhbGci.eyJ${letters}.${letters}`, 'eyJ…'],
];

for (const [what, secret, shown] of secrets) {
  it(`redacts ${what}, wherever they were typed`, () => {
    const storage = new MemoryStorage();
    const bodies = { 'application/json': `{"k":"${secret}"}` };
    addCall(storage, aCall('1', { path: `/orders?key=${secret}`, draft: { ...draft, bodies } }));
    assert.ok(!storage.getItem('cais.calls')?.includes(secret.slice(-12)));
    assert.equal(readCalls(storage)[0]?.path, `/orders?key=${shown}`);
  });
}

it('preserves text that only begins like a secret', () => {
  const storage = new MemoryStorage();
  addCall(storage, aCall('1', { path: '/docs_ab?name=cs_abc&id=cus_f5kznwj47tan9zt2' }));
  assert.equal(readCalls(storage)[0]?.path, '/docs_ab?name=cs_abc&id=cus_f5kznwj47tan9zt2');
});

it('makes room when the storage is full and survives an invalid entry', () => {
  class SmallStorage extends MemoryStorage {
    override setItem(name: string, value: string): void {
      if (value.length > 3000) throw new DOMException('full', 'QuotaExceededError');
      super.setItem(name, value);
    }
  }
  const storage = new SmallStorage();
  for (let number = 1; number <= 20; number++) addCall(storage, aCall(String(number)));
  assert.equal(readCalls(storage)[0]?.id, '20');
  storage.setItem('cais.calls', '{');
  assert.deepEqual(readCalls(storage), []);
});

it('stores neither secret fields nor the bodies of other media types', () => {
  const stored = storableDraft(draft, ['query.pin']);
  assert.deepEqual(Object.keys(stored.fields), ['query.page']);
  assert.deepEqual(stored.bodies, { 'application/json': '{"a":1}' });
  assert.deepEqual(storableDraft({ ...draft, bodies: { 'application/json': 'x'.repeat(20_001) } }, []).bodies, {});
});

it('restores a stored call, except fields that the document no longer has', () => {
  const current: CallDraft = {
    ...draft,
    fields: { 'query.page': { included: false, value: '5' }, 'query.new': { included: false, value: '' } },
  };
  const restored = restoreDraft(current, draft);
  assert.deepEqual(restored.fields, {
    'query.page': { included: true, value: '0' },
    'query.new': { included: false, value: '' },
  });
  assert.equal(restoreDraft(current, { ...draft, mediaType: 'text/old' }).mediaType, 'application/json');
});
