import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { manyIdsDocument, storesWithIds } from '../testing/many-ids-document.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

describeOnDatabases('ids of many kinds', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ ids: { 'openapi.yaml': manyIdsDocument } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string) => portal.call(`GET /sandbox/ids${path}`, { key });
  const post = (store: string, body: unknown, headers: Record<string, string> = {}) =>
    portal.call(`POST /sandbox/ids/${store}`, { key, body, headers });

  for (const store of storesWithIds)
    test(`${store}: every record that is shown can be read`, async () => {
      for (const note of ['a', 'b']) {
        const made = await post(store, { note });
        assert.equal(made.status, 201, JSON.stringify(made.body));
        const read = await get(`/${store}/${made.body.id}`);
        assert.deepEqual([read.status, read.body], [200, made.body]);
      }
      const { body } = await get(`/${store}`);
      for (const { id } of body) assert.equal((await get(`/${store}/${id}`)).status, 200, id);
    });

  test('where all ids that are allowed are taken, a creation is refused', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 4; count++) statuses.add((await post('sizes', {})).status);
    assert.ok(statuses.has(409) && !statuses.has(500), [...statuses].join(', '));
  });

  test('a declared idempotency header creates once, without a profile', async () => {
    const headers = { 'x-idempotency-key': 'once' };
    const first = await post('free', { note: 'a' }, headers);
    const again = await post('free', { note: 'a' }, headers);
    assert.deepEqual([again.status, again.body, again.headers['idempotent-replayed']], [201, first.body, 'true']);
    assert.equal((await post('free', { note: 'b' }, headers)).status, 422);
  });
});
