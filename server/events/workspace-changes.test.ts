import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { announce } from '../db/announcements.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { announceChange, listenForChanges, type WorkspaceChange } from './workspace-changes.ts';

describeOnDatabases('changes announced to all processes', (open) => {
  test('a text that is no change is ignored, and the next change arrives', async () => {
    const { db, close } = await open();
    const heard = new EventTarget();
    const stop = listenForChanges(db, (change) => heard.dispatchEvent(new CustomEvent('change', { detail: change })));
    const arrived = once(heard, 'change') as unknown as Promise<[CustomEvent<WorkspaceChange>]>;
    // LISTEN begins after the connection is made.
    const announcing = setInterval(() => {
      for (const text of ['no JSON', 'null', '[]', '{"due":true}']) void announce(db, text);
      void announceChange(db, { workspaceId: 'wks_1' });
    }, 50);
    const [{ detail }] = await arrived;
    clearInterval(announcing);
    assert.equal(detail.workspaceId, 'wks_1');
    await stop();
    await close();
  });
});
