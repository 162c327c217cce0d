import { openDatabase } from '../db/open-database.ts';
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts';
import { openPostgres } from './test-databases.ts';
import { type PortalOptions, startTestPortal, type TestPortal } from './test-portal.ts';

/** A portal that reaches its PostgreSQL through a proxy; `url` is the database's own address. */
export interface FailingPortal {
  portal: TestPortal;
  proxy: DatabaseProxy;
  url: string;
}

/** Runs a test with a portal on a new database of a PostgreSQL server, whose connections may fail. */
export async function withFailingPortal(
  serverUrl: string,
  run: (failing: FailingPortal) => Promise<void>,
  options: PortalOptions = {},
): Promise<void> {
  const direct = await openPostgres(serverUrl);
  const proxy = await startDatabaseProxy(direct.url);
  const db = await openDatabase(proxy.url);
  const close = async () => {
    proxy.open();
    await db.destroy();
    await proxy.close();
    await direct.close();
  };
  const portal = await startTestPortal({ ...options, open: async () => ({ ...direct, url: proxy.url, db, close }) });
  try {
    await run({ portal, proxy, url: direct.url });
  } finally {
    await portal.close();
  }
}
