import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isFiltered, readFilters, toQuery, writeFilters } from './request-filters.ts';

it('reads filters from an address, and ignores what is not valid', () => {
  assert.deepEqual(readFilters('?api=notas&status=4xx&method=POST&q=%20ana%20&since=2026-01-01T00:00:00Z&id=req_1'), {
    api: 'notas',
    status: '4xx',
    method: 'POST',
    q: 'ana',
    since: '2026-01-01T00:00:00Z',
  });
  assert.deepEqual(readFilters('?status=9xx&method=get&target=mine&until=soon&api=&other=1'), {});
});

it('writes filters into an address without the open call, so that the address can be shared', () => {
  assert.equal(writeFilters('?lang=x&status=422&id=req_1', { api: 'notas' }), '?lang=x&api=notas');
  const filters = { q: 'a&b', status: '422', target: 'all' as const };
  assert.deepEqual(readFilters(writeFilters('', filters)), filters);
});

it('asks for calls to sandboxes only, unless the reader wants others', () => {
  assert.deepEqual(toQuery({}), { target: 'sandbox' });
  assert.deepEqual(toQuery({ target: 'all' }), {});
  assert.deepEqual(toQuery({ target: 'platform' }), { target: 'platform' });
  assert.deepEqual(toQuery({ api: 'platform' }), { api: 'platform' });
  assert.deepEqual(toQuery({ api: 'notas' }), { api: 'notas', target: 'sandbox' });
});

it('asks for a status, for its class, or for a class without a status', () => {
  assert.deepEqual(toQuery({ status: '4xx', target: 'all' }), { status_class: '4xx' });
  assert.deepEqual(toQuery({ status: '422', target: 'all' }), { status: 422 });
  const withoutLimits = readFilters('?status=4xx-429&target=all');
  assert.deepEqual(toQuery(withoutLimits), { status_class: '4xx', except_status: 429 });
});

it('tells a narrowed list from a whole one', () => {
  assert.equal(isFiltered({ target: 'all' }), false);
  assert.equal(isFiltered({ status: '4xx' }), true);
});
