import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { findPeppers, makePeppers } from '../identity/peppers.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import { openDatabase } from './open-database.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('Data files', () => {
  const files = ['cais.db', 'cais.db-shm', 'cais.db-wal', 'key-peppers'];

  test('belong to their user alone: the folder, the database, what SQLite adds to it, and the peppers', async () => {
    const folder = join(temporaryFolder(), 'data');
    await openAndClose(folder, () => {
      assert.deepEqual(readdirSync(folder).sort(), files);
      for (const name of files) assert.equal(modeOf(join(folder, name)), '600', name);
      assert.equal(modeOf(folder), '700');
    });
  });

  test('are narrowed where an earlier version left them wide', async () => {
    const folder = join(temporaryFolder(), 'data');
    const db = await openDatabase(join(folder, 'cais.db'));
    makePeppers(join(folder, 'key-peppers'));
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
    chmodSync(folder, 0o755);
    await openAndClose(folder, () => {
      for (const name of files) assert.equal(modeOf(join(folder, name)), '600', name);
      assert.equal(modeOf(folder), '700');
    });
    await db.destroy();
  });

  test('leave a folder as it is that holds other files, too', async () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'other.txt'), '');
    chmodSync(join(folder, 'other.txt'), 0o644);
    await openAndClose(folder, () => {
      assert.deepEqual([modeOf(folder), modeOf(join(folder, 'other.txt'))], ['755', '644']);
      for (const name of files) assert.equal(modeOf(join(folder, name)), '600', name);
    });
  });

  async function openAndClose(folder: string, look: () => void): Promise<void> {
    const db = await openDatabase(join(folder, 'cais.db'));
    const peppers = join(folder, 'key-peppers');
    findPeppers(undefined, peppers) ?? makePeppers(peppers);
    await db.selectFrom('workspace').select('id').execute();
    look();
    await db.destroy();
  }
});
