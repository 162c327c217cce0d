import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MemoryStorage } from '../ui/memory-storage.ts';
import { readSeen, rememberIds, type SeenCall, suggestPaths } from './seen-ids.ts';

const create: SeenCall = {
  workspaceId: 'w1',
  apiSlug: 'notas',
  method: 'POST',
  path: '/customers',
  pathValues: {},
  status: 201,
  body: { id: 'cus_1' },
};
const invoice: SeenCall = {
  ...create,
  path: '/companies/{company_id}/serviceinvoices',
  pathValues: { company_id: 'com_1' },
  body: { id: 'inv_1' },
};

function seenAfter(...calls: SeenCall[]) {
  const storage = new MemoryStorage();
  for (const call of calls) rememberIds(storage, call);
  return (path: string, workspaceId = 'w1') => suggestPaths(readSeen(storage), workspaceId, 'notas', path);
}

it('suggests a newly created record on its own page and on those below it', () => {
  const suggest = seenAfter(create, { ...create, body: { id: 'cus_2' } });
  assert.deepEqual(suggest('/customers/{id}'), [{ id: 'cus_2' }, { id: 'cus_1' }]);
  assert.deepEqual(suggest('/customers/{customer}/cards'), [{ customer: 'cus_2' }, { customer: 'cus_1' }]);
  assert.deepEqual(suggest('/companies/{id}'), []);
  assert.deepEqual(suggest('/customersets/{id}'), []);
});

it('suggests a record with its own parents', () => {
  const suggest = seenAfter(invoice, { ...create, path: '/companies', body: { id: 'com_9' } });
  assert.deepEqual(suggest('/companies/{company_id}/serviceinvoices/{id}/pdf')[0], {
    company_id: 'com_1',
    id: 'inv_1',
  });
  assert.deepEqual(suggest('/companies/{company_id}/serviceinvoices'), [{ company_id: 'com_9' }]);
});

it('learns from bare and wrapped lists and from items, and prefers created records', () => {
  const list = { ...create, method: 'GET', status: 200, body: { total: 2, data: [{ id: 7 }, { id: 8 }] } };
  const suggest = seenAfter(create, list, { ...list, path: '/customers/{key}', pathValues: { key: '9' }, body: {} });
  assert.deepEqual(suggest('/customers/{id}'), [{ id: 'cus_1' }, { id: '9' }, { id: '7' }, { id: '8' }]);
  assert.deepEqual(seenAfter({ ...list, body: [{ id: 1 }] })('/customers/{id}'), [{ id: '1' }]);
  const embedded = { _embedded: { customers: [{ id: 5 }] }, _links: {}, page: { number: 0 } };
  assert.deepEqual(seenAfter({ ...list, body: embedded })('/customers/{id}'), [{ id: '5' }]);
});

it('reads the id from Location if the body has none', () => {
  const suggest = seenAfter({
    ...create,
    body: undefined,
    location: 'http://localhost/sandbox/notas/v1/customers/a%2Fb?x=1',
  });
  assert.deepEqual(suggest('/customers/{id}'), [{ id: 'a/b' }]);
});

it('forgets what is gone or failed, and other workspaces', () => {
  const item: SeenCall = { ...create, path: '/customers/{id}', pathValues: { id: 'cus_1' }, body: undefined };
  const deleted = { ...item, method: 'DELETE', status: 204 };
  const list = { ...create, method: 'GET', status: 200, body: [{ id: 'cus_3' }] };
  assert.deepEqual(seenAfter(create, list, deleted)('/customers/{id}'), [{ id: 'cus_3' }, { id: 'cus_1' }]);
  assert.deepEqual(seenAfter(create, { ...item, method: 'GET', status: 404 })('/customers/{id}'), []);
  assert.deepEqual(seenAfter({ ...create, status: 422 })('/customers/{id}'), []);
  const suggest = seenAfter(create, { ...create, workspaceId: 'w2', body: { id: 'cus_5' } });
  assert.deepEqual(suggest('/customers/{id}'), []);
  assert.deepEqual(suggest('/customers/{id}', 'w2'), [{ id: 'cus_5' }]);
});
