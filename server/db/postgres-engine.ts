import { sql } from 'kysely';
import type { Engine } from './engine.ts';

export const postgresEngine: Engine = {
  kind: 'postgres',
  hasManyWriters: true,
  readsIndexesFaster: true,
  leadingJoin: sql`join`,
  pathText,
  property: (name) => sql`(record.body::jsonb ->> ${name})`,
  fieldValue: (path, kind) => {
    const text = sql`(record.body::jsonb #>> ${pathText(path)}::text[])`;
    return kind === 'number' ? sql`number_of(${text})` : sql`coalesce(${text}, '') collate "C"`;
  },
  contains: (value, text) => sql`strpos(${value}, ${text}) > 0`,
  endsWith: (value, text) => sql`right(${value}, length(${text}::text)) = ${text}`,
  listHolds: (path, text, key) => {
    const list = sql`record.body::jsonb #> ${pathText(path)}::text[]`;
    if (key === undefined) return sql`coalesce(${list} @> to_jsonb(${text}::text), false)`;
    return sql`exists (select 1 from jsonb_array_elements(case jsonb_typeof(${list}) when 'array' then ${list} end) as member (value)
      where member.value ->> ${key} = ${text})`;
  },
  membersOf: (list) => sql`json_array_elements(cast(${list} as json)) as member (value)`,
  areDue: ({ endpointId, now, real, limit }) =>
    sql`seq = any (array(select due_deliveries(${endpointId}, ${now}, ${real}, ${limit})))`,
  // The key of the migrations' triggers.
  lockStore: async (db, { workspaceId, api, store }) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${api} ${store}`}, 0))`.execute(db);
  },
  indexSlice: 500,
  analyzeIndexes: async (db) => {
    await sql`analyze record_field, record`.execute(db);
  },
};

function pathText(path: string[]): string {
  return `{${path.map((segment) => JSON.stringify(segment)).join(',')}}`;
}
