/** Why a database cannot serve for now, through no fault of the program. */
export type DatabaseFailure = 'unreachable' | 'overloaded' | 'locked' | 'deadlocked' | 'disk full' | 'read only';

/** Node's codes of a connection that fails, and of a disk without room. */
const systemCodes: Record<string, DatabaseFailure> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ENOSPC: 'disk full',
};

/** PostgreSQL's codes (its manual, appendix A): connections, resources, timeouts, shutdown, conflicts and stand-by. */
const sqlStates: [pattern: RegExp, failure: DatabaseFailure][] = [
  [/^08|^57P0[1-5]$|^25P03$|^58030$/, 'unreachable'],
  [/^53100$/, 'disk full'],
  [/^53|^57014$/, 'overloaded'],
  [/^55P03$/, 'locked'],
  [/^40(001|P01)$/, 'deadlocked'],
  [/^25006$/, 'read only'],
];

/** SQLite's primary result codes: BUSY, LOCKED, READONLY, FULL. */
const sqliteCodes: Record<number, DatabaseFailure> = { 5: 'locked', 6: 'locked', 8: 'read only', 13: 'disk full' };

/** The driver of PostgreSQL gives these errors no code. */
const driverMessages =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|Client has encountered a connection error|Postgres connection has been discarded)/;

/** Whether an error says that the database cannot serve for now, and why; undefined for an error of the program. */
export function findFailure(error: unknown): DatabaseFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', errcode } = error as Error & { code?: string; errcode?: number };
  if (code === 'ERR_SQLITE_ERROR') return sqliteCodes[(errcode ?? 0) & 0xff];
  if (systemCodes[code]) return systemCodes[code];
  const known = sqlStates.find(([pattern]) => pattern.test(code));
  if (known) return known[1];
  return driverMessages.test(error.message) ? 'unreachable' : undefined;
}
