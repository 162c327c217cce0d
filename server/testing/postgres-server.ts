import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../net/free-port.ts';
import { copyBinaries } from './postgres-binaries.ts';
import { listening, signalAll } from './postgres-process.ts';

/** Settings of PostgreSQL, by name. */
type Settings = Record<string, string>;

/** A temporary PostgreSQL, which can be made to fail. */
export interface PostgresServer {
  url: string;
  /** Ends it as operators do (`fast`, connections are told) or as a crash does (`immediate`), and keeps its files. */
  end(how: 'fast' | 'immediate'): Promise<void>;
  /** Starts it again after `end`, with these settings besides. */
  start(settings?: Settings): Promise<void>;
  /** Stops all of its processes without a word, until `thaw`; only on Linux. */
  freeze(): void;
  thaw(): void;
  /** Ends it, copies its files and starts both: the copy follows, and every COMMIT waits for it. */
  addStandby(): Promise<PostgresServer>;
  /** Ends it and deletes its files, as does the end of this process. */
  stop(): Promise<void>;
}

/** The unprivileged user of every Linux: PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65534, gid: 65534 };

/** For tests that do not care what a crash of the machine would lose. */
const quick: Settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts a temporary PostgreSQL from the installed packages. */
export async function startPostgres(settings: Settings = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-postgres-'));
  // mkdtemp creates a private folder, but PostgreSQL may run as another user.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.once('exit', remove);
  const { initdb, postgres } = await copyBinaries(folder);
  const owner = process.getuid?.() === 0 ? NOBODY : undefined;
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (owner) for (const path of [folder, data]) chownSync(path, owner.uid, owner.gid);
  const options = { ...owner, cwd: data, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const cluster = ['-D', data, '-U', 'cais', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  runSync(initdb, cluster, options);
  const server = await runCluster({ postgres, data, options, settings: { ...quick, ...settings } });
  const stop = async () => {
    await server.stop();
    process.off('exit', remove);
    remove();
  };
  return { ...server, stop };
}

interface Cluster {
  postgres: string;
  data: string;
  options: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv };
  settings: Settings;
}

async function runCluster({ postgres, data, options, settings }: Cluster): Promise<PostgresServer> {
  const port = await freePort();
  let standby: PostgresServer | undefined;
  let child: ChildProcess | undefined;
  let gone: Promise<unknown> = Promise.resolve();
  const kill = () => void child?.kill('SIGQUIT');
  // Before its files are deleted.
  process.prependOnceListener('exit', kill);

  const server: PostgresServer = {
    url: `postgres://cais@127.0.0.1:${port}/postgres`,
    async start(more = {}) {
      const all = Object.entries({ ...settings, ...more }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const where = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''];
      const started = spawn(postgres, [...where, ...all], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
      child = started;
      gone = once(started, 'exit');
      await listening(started.stderr, gone);
    },
    async end(how) {
      child?.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await gone;
      child = undefined;
    },
    freeze: () => child && signalAll(child, 'SIGSTOP'),
    thaw: () => child && signalAll(child, 'SIGCONT'),
    async addStandby() {
      await server.end('fast');
      const copy = `${data}-standby`;
      runSync('cp', ['-R', data, copy], options);
      writeFileSync(join(copy, 'standby.signal'), '');
      await server.start({ synchronous_standby_names: 'standby' });
      const primary_conninfo = `host=127.0.0.1 port=${port} user=cais application_name=standby`;
      const following = { postgres, data: copy, options, settings: { ...settings, primary_conninfo } };
      standby = await runCluster(following);
      return standby;
    },
    async stop() {
      await standby?.stop();
      server.thaw();
      await server.end('fast');
      process.off('exit', kill);
    },
  };
  await server.start();
  return server;
}

function runSync(command: string, args: string[], options: Cluster['options']): void {
  const { status, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (status !== 0) throw new Error(`PostgreSQL could not be initialized: ${stderr || error}`);
}
