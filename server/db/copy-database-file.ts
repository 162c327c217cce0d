import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { makePrivateFile } from './private-files.ts';

/** In milliseconds: a server that checkpoints holds the file for an instant. */
const patience = 10_000;

/**
 * Copies a SQLite database that servers may be writing: the copy has all that was committed before, and nothing half done. It is
 * checked, on the disk, and private (0600) when this returns; throws where the copy could not be made or is not whole.
 */
export function copyDatabaseFile(from: string, to: string): void {
  const part = `${to}.part`;
  makePrivateFile(part);
  try {
    copy(from, part);
    check(part);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  const file = openSync(part, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(part, to);
}

function copy(from: string, to: string): void {
  const source = new DatabaseSync(from, { readOnly: true, timeout: patience });
  try {
    source.prepare('vacuum into ?').run(to);
  } finally {
    source.close();
  }
}

function check(path: string): void {
  const made = new DatabaseSync(path, { readOnly: true });
  const result = made.prepare('pragma quick_check').get()?.quick_check;
  made.close();
  if (result !== 'ok') throw new Error(`The copy is not whole, and so perhaps the database: ${result}.`);
}
