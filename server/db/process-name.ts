import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { presenceOf } from './announcements.ts';
import { engineOf } from './engine.ts';
import type { Database } from './schema.ts';

/** The first of two numbers of the advisory locks that tell which processes live; the second is the process's own. */
export const presenceClass = 20_261_129;

const thisProcess = randomUUID();

/** A number for `presenceClass` that no other process has. */
export function newPresence(): number {
  return randomInt(1, 2 ** 31);
}

/** Names this process, so that others on its database can find out whether it has died. */
export function nameProcess(db: Database): string {
  return [process.pid, thisProcess, presenceOf(db) ?? ''].join('.');
}

/** Whether a name is this process's, on whatever database. */
export function isThisProcess(name: string): boolean {
  return name.split('.')[1] === thisProcess;
}

/**
 * Whether the process of that name is known to be dead: on SQLite by its id on this machine, on PostgreSQL by the lock that its
 * listening connection holds. It may live after all, in a container of its own or while it connects again, so whoever takes
 * over must make sure that it notices.
 */
export async function isDead(db: Database, name: string): Promise<boolean> {
  const [pid, random, presence] = name.split('.');
  if (isThisProcess(name)) return false;
  if (engineOf(db).kind === 'sqlite')
    return random !== undefined && (Number(pid) === process.pid || !hasProcess(Number(pid)));
  return Boolean(presence) && !(await isPresent(db, Number(presence)));
}

async function isPresent(db: Database, presence: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks
    where locktype = 'advisory' and classid = ${presenceClass} and objid = ${presence} and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows.length > 0;
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
