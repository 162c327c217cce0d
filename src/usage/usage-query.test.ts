import assert from 'node:assert/strict';
import { it } from 'node:test';
import { criteriaOf, querySplitting, requestsLink } from './requests-link.ts';
import { askFor, isFiltered, readUsageQuery, writeUsageQuery } from './usage-query.ts';

const since = '2026-11-21T16:00:00.000Z';

it('reads what to show from an address, and writes the same address', () => {
  const usual = readUsageQuery('');
  assert.deepEqual(usual, { period: '24h', by: 'api' });
  assert.deepEqual([writeUsageQuery(usual), isFiltered(usual)], ['', false]);
  const address = '?period=7d&by=error_code&api=crm&operation=x&credential_id=key_1';
  assert.equal(writeUsageQuery(readUsageQuery(address)), address);
  assert.deepEqual(readUsageQuery('?period=1y&by=colour&api=%20&tab=x'), usual);
});

it('asks for calls to sandboxes unless an API is chosen', () => {
  assert.equal(askFor({ period: '1h', by: 'api' }).target, 'sandbox');
  assert.equal(askFor({ period: '1h', by: 'api', api: 'platform' }).target, undefined);
});

it('links a figure to the requests that it counts', () => {
  const all = { period: '1h', by: 'api' } as const;
  assert.equal(requestsLink(all, since), '/requests?target=sandbox&since=2026-11-21T16%3A00%3A00.000Z');
  const some = { ...all, api: 'crm', credential_id: 'key_1' };
  assert.equal(
    requestsLink(some, since, { status: '429' }),
    '/requests?api=crm&credential_id=key_1&since=2026-11-21T16%3A00%3A00.000Z&status=429',
  );
  assert.match(requestsLink(all, since, { api: 'notas' }), /^\/requests\?api=notas&/);
});

it('narrows requests down to a group where something says which they are', () => {
  assert.deepEqual(criteriaOf('api', { api: 'crm', name: 'crm' }), { api: 'crm' });
  assert.deepEqual(criteriaOf('operation', { api: 'crm', name: 'x' }), { api: 'crm', operation: 'x' });
  assert.deepEqual(criteriaOf('version', { api: 'crm', name: 'v1' }), { api: 'crm', q: '/crm/v1/' });
  assert.deepEqual(criteriaOf('credential', { api: null, name: 'key_1' }), { credential_id: 'key_1' });
  assert.deepEqual(criteriaOf('status', { api: null, name: '503' }), { status: '503' });
  assert.equal(criteriaOf('status', { api: null, name: '0' }), undefined);
  assert.equal(criteriaOf('error_code', { api: null, name: null }), undefined);
});

it('splits an API by its operations, an operation by status, and a key by API', () => {
  const query = { period: '7d', by: 'api' } as const;
  const operations = querySplitting(query, { api: 'crm', name: 'crm' });
  assert.deepEqual(operations, { period: '7d', by: 'operation', api: 'crm' });
  assert.deepEqual(querySplitting({ ...query, by: 'operation' }, { api: 'crm', name: 'x' }), {
    period: '7d',
    by: 'status',
    api: 'crm',
    operation: 'x',
  });
  assert.equal(querySplitting({ ...query, by: 'credential' }, { api: null, name: 'key_1' })?.credential_id, 'key_1');
  assert.equal(querySplitting({ ...query, by: 'status' }, { api: null, name: '200' }), undefined);
  assert.equal(querySplitting(query, { api: null, name: null }), undefined);
});
