import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectNode, root } from '../../scripts/run-child.mjs';
import { temporaryFolder } from '../../server/testing/test-specs.ts';
import type { Fault } from './fault.ts';
import { startServers } from './servers.ts';
import { mountSmallDisk } from './small-disk.ts';

/** What happens to a server on a SQLite file, one after the other. */
export async function* sqliteFaults(skip: (name: string, reason: string) => void): AsyncGenerator<Fault> {
  const DATA_DIR = temporaryFolder();
  const DATABASE_URL = join(DATA_DIR, 'cais.db');
  const servers = await startServers({ DATA_DIR, DATABASE_URL });
  try {
    yield { name: 'kill -9, three times', servers, happen: () => killThreeTimes(() => servers.restart(0, 'SIGKILL')) };
    yield { name: 'restarted (SIGTERM)', servers, happen: () => servers.restart(0, 'SIGTERM') };
    for (const seconds of [3, 10])
      yield { name: `locked by a process for ${seconds} s`, servers, happen: () => lock(DATABASE_URL, seconds) };
    yield { name: 'npm run backup', servers, happen: () => backUp({ DATA_DIR, DATABASE_URL }) };
  } finally {
    await servers.end();
  }

  const name = 'disk full for 4 s';
  const disk = mountSmallDisk(64);
  if (!disk) return skip(name, 'this user may not mount a file system');
  const onDisk = await startServers({ DATA_DIR: disk.folder, DATABASE_URL: join(disk.folder, 'cais.db') });
  try {
    const happen = async () => {
      disk.fill();
      await wait(4_000);
      disk.empty();
    };
    yield { name, servers: onDisk, happen };
  } finally {
    await onDisk.end();
    disk.remove();
  }
}

export async function killThreeTimes(kill: (index: number) => Promise<void>): Promise<void> {
  for (let index = 0; index < 3; index++) {
    await kill(index);
    await wait(1_000);
  }
}

/** Holds SQLite's exclusive lock, as other programs do. */
async function lock(path: string, seconds: number): Promise<void> {
  const program = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(${JSON.stringify(path)});
    database.exec('PRAGMA busy_timeout = 10000; BEGIN EXCLUSIVE');
    setTimeout(() => database.exec('COMMIT'), ${seconds * 1000});`;
  await endOf(['-e', program]);
}

async function backUp(env: Record<string, string>): Promise<void> {
  await endOf([join(root, 'server/backup.ts'), join(temporaryFolder(), 'backup')], env);
}

async function endOf(program: string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(projectNode, program, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program.join(' ')} ended with ${code}.`);
}
