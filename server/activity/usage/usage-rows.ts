import { sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import type { Database } from '../../db/schema.ts';
import { withWorkspace } from '../with-workspace.ts';
import type { UsageRow } from './usage-counter.ts';

const hour = 60 * 60_000;

const columns = [
  'workspace_id',
  'minutes',
  'at',
  'api',
  'operation',
  'actor_id',
  'status',
  'error_code',
  'bucket',
  'calls',
  'request_bytes',
  'response_bytes',
  'dropped',
] as const satisfies (keyof UsageRow)[];

const texts = new Set<string>(['workspace_id', 'api', 'operation', 'actor_id', 'error_code']);
const sums = ['calls', 'request_bytes', 'response_bytes', 'dropped'] as const;

/** Adds counts to their minutes and hours, in one order, so that servers do not wait for each other in a circle. */
export async function addUsage(db: Database, counted: UsageRow[]): Promise<void> {
  const minutes = await withWorkspace(db, counted);
  const hours = minutes.map((row) => ({ ...row, minutes: 60, at: row.at - (row.at % hour) }));
  const rows = addedUp([...minutes, ...hours]).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const value = (name: string) =>
    sql.raw(texts.has(name) ? `value ->> '${name}'` : `cast(value ->> '${name}' as bigint)`);
  await sql`
    insert into usage (${sql.join(columns.map((name) => sql.ref(name)))})
    select ${sql.join(columns.map(value))} from ${engineOf(db).membersOf(JSON.stringify(rows))} where true
    on conflict (workspace_id, minutes, at, api, operation, actor_id, status, error_code, bucket) do update set
      ${sql.join(sums.map((name) => sql`${sql.ref(name)} = ${sql.ref(`usage.${name}`)} + ${sql.ref(`excluded.${name}`)}`))}
  `.execute(db);
}

/** One statement may not meet a row twice. */
function addedUp(rows: UsageRow[]): UsageRow[] {
  const sum = new Map<string, UsageRow>();
  for (const row of rows) {
    const known = sum.get(keyOf(row));
    if (!known) sum.set(keyOf(row), { ...row });
    else for (const name of sums) known[name] += row[name];
  }
  return [...sum.values()];
}

function keyOf(row: UsageRow): string {
  const { workspace_id, minutes, at, api, operation, actor_id, status, error_code, bucket } = row;
  return [workspace_id, minutes, at, api, operation, actor_id, status, error_code, bucket].join(' ');
}
