import { type OpenTestDatabase, openSqlite, type TestDatabase } from './test-databases.ts';
import { startTestPortal, type TestPortal } from './test-portal.ts';

/** A portal whose real time a test sets, with its database, which others may open. */
export interface PortalWithClock {
  portal: TestPortal;
  database: TestDatabase;
  now(): number;
  pass(milliseconds: number): void;
}

/** Starts a portal at a time that goes on only when a test says so. */
export async function startPortalWithClock(
  from: string,
  { open = openSqlite, env = {} }: { open?: OpenTestDatabase; env?: Record<string, string> } = {},
): Promise<PortalWithClock> {
  let now = Date.parse(from);
  const database = await open();
  const portal = await startTestPortal({ open: async () => database, env, now: () => new Date(now) });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { portal, database, now: () => now, pass };
}
