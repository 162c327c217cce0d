import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeExpiredWorkspaces } from './records/remove-workspaces.ts';
import { describeOnDatabases, type TestDatabase } from './testing/test-databases.ts';
import { removeOldEvents } from './webhooks/retention.ts';

const now = new Date('2026-11-20T12:00:00Z');
const day = 24 * 60 * 60 * 1000;
const before = (days: number) => new Date(now.getTime() - days * day).toISOString();

describeOnDatabases('cleaning in batches', (open) => {
  async function fill(t: { after(run: () => Promise<void>): void }, total: number): Promise<TestDatabase['db']> {
    const { db, close } = await open();
    t.after(close);
    for (let index = 0; index < total; index++)
      await db
        .insertInto('workspace')
        .values({
          id: `wsp_${index}`,
          kind: 'guest',
          name: null,
          created_at: before(40),
          expires_at: before(index % 2 === 0 ? 1 : -1),
          allowed_origins: null,
        })
        .execute();
    return db;
  }

  test('removes all expired workspaces, and no others', async (t) => {
    const db = await fill(t, 70);
    assert.equal(await removeExpiredWorkspaces(db, now), 35);
    const left = await db.selectFrom('workspace').select('expires_at').execute();
    assert.deepEqual([left.length, new Set(left.map(({ expires_at }) => expires_at))], [35, new Set([before(-1)])]);
    assert.equal(await removeExpiredWorkspaces(db, now), 0);
  });

  test('removes all old events, also those behind young ones and of moved clocks', async (t) => {
    const db = await fill(t, 3);
    await db
      .updateTable('workspace')
      .set({ clock_offset: 100 * day })
      .where('id', '=', 'wsp_2')
      .execute();
    // By the clock of the last workspace, its own are all old: it is 100 days ahead.
    const events = Array.from({ length: 2400 }, (_, index) => ({
      id: `evt_${index}`,
      workspace_id: `wsp_${index % 3}`,
      api: 'notas',
      type: 'made',
      store: 'customers',
      record_id: 'cus_1',
      created_at: before(index < 1500 && index % 5 !== 0 ? 31 : 29),
      payload: '{}',
      older_payloads: null,
      request_id: null,
    }));
    for (let begin = 0; begin < events.length; begin += 100)
      await db
        .insertInto('event')
        .values(events.slice(begin, begin + 100))
        .execute();
    const kept = events.filter(({ workspace_id, created_at }) => workspace_id !== 'wsp_2' && created_at === before(29));
    assert.equal(await removeOldEvents(db, now, 30), events.length - kept.length);
    const left = await db.selectFrom('event').select('id').orderBy('seq').execute();
    assert.deepEqual(
      left.map(({ id }) => id),
      kept.map(({ id }) => id),
    );
    assert.equal(await removeOldEvents(db, now, 30), 0);
  });
});
