import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillDisk } from './testing/full-disk.ts';
import { describeOnDatabases } from './testing/test-databases.ts';
import { startTestPortal } from './testing/test-portal.ts';

describeOnDatabases('the log, while the database fails', (open) => {
  test('names the failure in a line, not once more for every request', async () => {
    const lines: string[] = [];
    const database = await open();
    const portal = await startTestPortal({
      open: async () => database,
      env: { LOG_LEVEL: 'error' },
      logStream: { write: (line) => lines.push(line) },
    });
    const makeRoom = await fillDisk(database, 'insert', 'workspace');
    for (let count = 0; count < 30; count++)
      assert.equal((await portal.call('POST /platform/v1/guest_workspaces')).status, 503);
    await makeRoom();
    await portal.close();
    const told = lines.filter((line) => line.includes('The database fails: disk full'));
    assert.ok(told.length > 0 && told.length < 10, lines.join(''));
    assert.equal(lines.length, told.length, 'and in no other line');
  });
});
