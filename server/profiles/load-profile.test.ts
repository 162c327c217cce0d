import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../testing/test-specs.ts';
import { loadProfile } from './load-profile.ts';

function folderWith(profile: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'sandbox.ts'), profile);
  return folder;
}

test('a profile outside the project imports what it is made of by name', async () => {
  const folder = folderWith(`import { defineProfile, offsetLimit, type RecordBody } from 'cais/dialect';
    const nothing: RecordBody = {};
    export const profile = defineProfile({ pagination: offsetLimit({ offset: 'from', limit: 'count', size: 5, max: 9 }), mainRecords: nothing as {} });`);
  assert.deepEqual(Object.keys(await loadProfile(folder)), ['pagination', 'mainRecords']);
});

test('a folder without a profile has an empty one', async () => {
  assert.deepEqual(await loadProfile(temporaryFolder()), {});
});

test('a name that does not exist, and a file without a profile, are reported', async () => {
  await assert.rejects(loadProfile(folderWith(`import { pageNumbers } from 'cais/dialect';`)), /pageNumbers/);
  await assert.rejects(loadProfile(folderWith('export const profil = {};')), /must export "profile"/);
});

test('a profile that never loads is given up', async () => {
  await assert.rejects(loadProfile(folderWith('await new Promise(() => {});'), 100), /did not load within 0\.1 s/);
});
