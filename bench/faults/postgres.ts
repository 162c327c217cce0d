import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type DatabaseProxy, startDatabaseProxy } from '../../server/testing/database-proxy.ts';
import { type PostgresServer, startPostgres } from '../../server/testing/postgres-server.ts';
import { temporaryFolder } from '../../server/testing/test-specs.ts';
import type { Fault } from './fault.ts';
import { holdAllConnections, onDatabase } from './on-database.ts';
import { startServers } from './servers.ts';
import { mountSmallDisk } from './small-disk.ts';
import { killThreeTimes } from './sqlite.ts';

const endAll = `select pg_terminate_backend(pid) from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid()`;

/** What happens to servers on a PostgreSQL, one after the other. COMMIT waits for the log, and for a stand-by where there is one. */
export async function* postgresFaults(skip: (name: string, reason: string) => void): AsyncGenerator<Fault> {
  const postgres = await startPostgres({ synchronous_commit: 'on', max_connections: '60' });
  const proxy = await startDatabaseProxy(postgres.url);
  try {
    yield* onThree(proxy.url);
    yield* onOne(postgres, proxy, skip);
  } finally {
    await proxy.close();
    await postgres.stop();
  }
}

/** Three servers behind a proxy that looks at `/readyz`. */
async function* onThree(url: string): AsyncGenerator<Fault> {
  const servers = await startServers({ DATABASE_URL: url, DATA_DIR: temporaryFolder() }, 3);
  const roll = async () => {
    for (let index = 0; index < 3; index++) await servers.restart(index, 'SIGTERM');
  };
  try {
    yield { name: 'rolling restart of three', servers, happen: roll };
    const kill = (index: number) => servers.restart(index, 'SIGKILL');
    yield { name: 'kill -9 of each of three', servers, happen: () => killThreeTimes(kill) };
  } finally {
    await servers.end();
  }
}

async function* onOne(
  postgres: PostgresServer,
  proxy: DatabaseProxy,
  skip: (name: string, reason: string) => void,
): AsyncGenerator<Fault> {
  const servers = await startServers({ DATABASE_URL: proxy.url, DATA_DIR: temporaryFolder() });
  const fault = (name: string, happen: () => Promise<unknown>): Fault => ({ name, servers, happen });
  try {
    yield fault('kill -9, three times', () => killThreeTimes(() => servers.restart(0, 'SIGKILL')));
    yield fault('connections ended, ten times', () => tenTimes(() => onDatabase(postgres.url, endAll)));
    yield fault('connections cut, ten times', () => tenTimes(async () => proxy.cut()));
    yield fault('COMMITs cut, ten each way', () => tenTimes(() => loseCommits(proxy)));
    yield fault('network silent for 4 s', () =>
      during(
        4,
        () => proxy.freeze(),
        () => proxy.open(),
      ),
    );
    yield fault('network silent for 20 s', () =>
      during(
        20,
        () => proxy.freeze(),
        () => proxy.open(),
      ),
    );
    yield fault('PostgreSQL restarted, down for 2 s', () => restart(postgres, 'fast'));
    yield fault('PostgreSQL crashed, down for 2 s', () => restart(postgres, 'immediate'));
    if (process.platform === 'linux') {
      yield fault('PostgreSQL frozen for 4 s', () =>
        during(
          4,
          () => postgres.freeze(),
          () => postgres.thaw(),
        ),
      );
      yield fault('PostgreSQL frozen for 20 s', () =>
        during(
          20,
          () => postgres.freeze(),
          () => postgres.thaw(),
        ),
      );
    } else skip('PostgreSQL frozen', 'only on Linux');
    yield fault('no connection free for 4 s', () => noConnections(postgres, proxy));
    yield fault('read-only for 4 s', () => readOnly(postgres));
    yield* onSmallDisk(postgres, fault, skip);
    const standby = await postgres.addStandby();
    yield fault('fail-over to the stand-by', () => failOver(postgres, standby, proxy));
  } finally {
    await servers.end();
  }
}

async function* onSmallDisk(
  { url }: PostgresServer,
  fault: (name: string, happen: () => Promise<unknown>) => Fault,
  skip: (name: string, reason: string) => void,
): AsyncGenerator<Fault> {
  const name = 'disk of the tables full for 4 s';
  const disk = mountSmallDisk(256);
  if (!disk) return skip(name, 'this user may not mount a file system');
  const move = (from: string, to: string) =>
    onDatabase(
      url,
      `alter table all in tablespace ${from} set tablespace ${to}; alter index all in tablespace ${from} set tablespace ${to}`,
    );
  await onDatabase(url, `create tablespace small location '${disk.folder}'`);
  await move('pg_default', 'small');
  yield fault(name, () => during(4, disk.fill, disk.empty));
  await move('small', 'pg_default');
  await onDatabase(url, 'drop tablespace small');
  disk.remove();
}

async function tenTimes(happen: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < 10; count++) {
    await happen();
    await wait(300);
  }
}

/** Breaks the COMMIT of a stored response, before it arrives, while it is executed, and after. */
async function loseCommits(proxy: DatabaseProxy): Promise<void> {
  for (const when of ['before', 'during', 'after'] as const) {
    proxy.loseCommit(when, 'update "idempotency_key"');
    await wait(100);
  }
}

async function during(seconds: number, begin: () => unknown, end: () => unknown): Promise<void> {
  begin();
  await wait(seconds * 1000);
  end();
}

async function restart(postgres: PostgresServer, how: 'fast' | 'immediate'): Promise<void> {
  await postgres.end(how);
  await wait(2_000);
  await postgres.start();
}

async function noConnections({ url }: PostgresServer, proxy: DatabaseProxy): Promise<void> {
  proxy.refuse();
  const free = await holdAllConnections(url);
  proxy.open();
  await wait(4_000);
  await free();
}

async function readOnly({ url }: PostgresServer): Promise<void> {
  const set = (value: string) =>
    onDatabase(url, `alter database postgres set default_transaction_read_only = ${value}`);
  const client = new pg.Client({ connectionString: url, options: '-c default_transaction_read_only=off' });
  await client.connect();
  await set('on');
  await client.query(endAll);
  await wait(4_000);
  await client.query('alter database postgres reset default_transaction_read_only');
  await client.end();
}

/** The primary dies, the stand-by becomes the primary, and connections lead there. */
async function failOver(postgres: PostgresServer, standby: PostgresServer, proxy: DatabaseProxy): Promise<void> {
  await postgres.end('immediate');
  await onDatabase(standby.url, 'select pg_promote(true, 30)');
  proxy.aimAt(standby.url);
}
