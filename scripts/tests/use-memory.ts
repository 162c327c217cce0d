import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** The file system in memory that most Linux systems have. */
const memory = '/dev/shm';

/** Free space that the tests need there, in bytes; containers often have 64 MB. */
const needed = 4e9;

/** Has everything started from here on put temporary files, such as databases, into memory, where there is room for them. */
export function useMemory(): void {
  if (!hasRoom()) return;
  const folder = mkdtempSync(join(memory, 'cais-'));
  // PostgreSQL's user passes through.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === memory);
    // PostgreSQL is started from there, which many containers forbid.
    return bavail * bsize > needed && mount !== undefined && !/\bnoexec\b/.test(mount);
  } catch {
    return false;
  }
}
