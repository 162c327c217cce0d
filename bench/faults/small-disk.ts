import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, in memory. */
export interface SmallDisk {
  folder: string;
  /** Leaves no byte free, until `empty`. */
  fill(): void;
  empty(): void;
  remove(): void;
}

/** Mounts a small file system; undefined where this user may not. */
export function mountSmallDisk(mebibytes: number): SmallDisk | undefined {
  const parent = mkdtempSync(join(tmpdir(), 'cais-disk-'));
  // PostgreSQL runs as another user where this one is root.
  chmodSync(parent, 0o711);
  const folder = join(parent, 'disk');
  mkdirSync(folder);
  const options = `size=${mebibytes}m,mode=0700,uid=65534,gid=65534`;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      const file = openSync(filler, 'a');
      try {
        for (let size = 2 ** 20; size >= 512; ) size = writeAll(file, size) ? size : size / 2;
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(filler, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

function writeAll(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
