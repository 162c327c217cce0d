import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';

/** The names of the files that the portal itself makes in its data folder. */
const ownNames = /^(cais\.db.*|key-peppers.*|sandbox-key)$/;

/**
 * Creates a folder that only this user can read. An existing one is narrowed (0700) if it belongs to this user and holds only
 * the portal's own files: a folder that others use, too, such as `/tmp`, stays as it is.
 */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (readdirSync(path).every((name) => ownNames.test(name))) narrow(path, 0o700);
}

/** Creates a file that only this user can read and write, unless it exists, and narrows (0600) an existing one of this user. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  narrow(path, 0o600);
}

/** Narrows a file of this user, if it exists. */
export function narrowFile(path: string): void {
  narrow(path, 0o600);
}

function narrow(path: string, mode: number): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  // A sticky folder, such as `/tmp`, is everybody's.
  const isOwn = stats !== undefined && stats.uid === process.getuid?.() && (stats.mode & 0o1000) === 0;
  if (isOwn && (stats.mode & 0o777 & ~mode) !== 0) chmodSync(path, stats.mode & mode);
}
