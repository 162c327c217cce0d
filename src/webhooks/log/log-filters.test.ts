import assert from 'node:assert/strict';
import { it } from 'node:test';
import { deliveryFixture } from './delivery-fixture.ts';
import { matchesFilters, readFilters, writeFilters } from './log-filters.ts';

it('reads only valid filters from an address', () => {
  assert.deepEqual(readFilters('?tab=deliveries&status=failed&q=%20cus_1%20&since=2026-01-01T00:00:00Z'), {
    q: 'cus_1',
    status: 'failed',
    since: '2026-01-01T00:00:00Z',
  });
  assert.deepEqual(readFilters('?status=lost&until=soon&type=&other=1'), {});
});

it('writes filters into an address, replacing the previous ones', () => {
  assert.equal(
    writeFilters('?tab=deliveries&status=failed&delivery=dlv_1', { api: 'notas' }),
    '?tab=deliveries&api=notas',
  );
  const filters = { q: 'a&b', request_id: 'req_1' };
  assert.deepEqual(readFilters(writeFilters('', filters)), filters);
});

it('decides whether a delivery matches, and leaves text search to the server', () => {
  const delivery = deliveryFixture({ created_at: '2026-01-02T00:00:00.000Z' });
  assert.equal(matchesFilters(delivery, {}), true);
  assert.equal(matchesFilters(delivery, { status: 'failed' }), false);
  assert.equal(matchesFilters(delivery, { record_id: 'inv_1' }), true);
  assert.equal(matchesFilters(delivery, { until: '2026-01-02T00:00:00Z' }), false);
  assert.equal(matchesFilters(delivery, { since: '2026-01-02T00:00:00Z' }), true);
  assert.equal(matchesFilters(delivery, { q: 'x' }), undefined);
  assert.equal(matchesFilters(delivery, { q: 'x', type: 'other' }), false);
});
