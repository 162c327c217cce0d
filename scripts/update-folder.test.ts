import assert from 'node:assert/strict';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../server/testing/test-specs.ts';
import { updateFolder } from './update-folder.ts';

function folderOf(files: Record<string, string>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'below'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('a folder gets the files that are new or changed, loses the others, and equal files are not touched', () => {
  const folder = folderOf({ equal: '1', changed: '1', gone: '1', 'below/gone': '1' });
  const { ino } = statSync(join(folder, 'equal'));
  updateFolder(folder, folderOf({ equal: '1', changed: '2', new: '1', 'below/new': '1' }));
  const files = globSync('**', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => `${name} ${readFileSync(join(parentPath, name), 'utf8')}`);
  assert.deepEqual(texts.sort(), ['changed 2', 'equal 1', 'new 1', 'new 1']);
  assert.equal(statSync(join(folder, 'equal')).ino, ino);
});

test('a folder that does not exist yet is created', () => {
  const folder = join(temporaryFolder(), 'new');
  updateFolder(folder, folderOf({ 'below/new': '1' }));
  assert.equal(readFileSync(join(folder, 'below/new'), 'utf8'), '1');
});
