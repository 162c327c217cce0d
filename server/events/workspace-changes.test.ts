import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { announce } from '../db/announcements.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { announceChange, listenForChanges } from './workspace-changes.ts';

describeOnDatabases('changes announced to all processes', (open) => {
  test('a text that is no change is ignored, and the next change arrives', async () => {
    const { db, close } = await open();
    const heard: string[] = [];
    const stop = listenForChanges(db, ({ workspaceId }) => heard.push(workspaceId));
    // LISTEN begins after the connection is made.
    while (heard.length === 0) {
      for (const text of ['no JSON', 'null', '[]', '{"due":true}']) await announce(db, text);
      await announceChange(db, { workspaceId: 'wks_1' });
      await wait(20);
    }
    assert.deepEqual([...new Set(heard)], ['wks_1']);
    await stop();
    await close();
  });
});
