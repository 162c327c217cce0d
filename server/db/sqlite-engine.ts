import { sql } from 'kysely';
import type { Engine } from './engine.ts';

export const sqliteEngine: Engine = {
  kind: 'sqlite',
  hasManyWriters: false,
  readsIndexesFaster: false,
  leadingJoin: sql`cross join`,
  pathText,
  property: (name) => sql`(record.body ->> ${pathText([name])})`,
  fieldValue: (path, kind) => {
    const value = sql`(record.body ->> ${pathText(path)})`;
    if (kind === 'number') return sql`coalesce(cast(${value} as real), -9e999)`;
    if (kind === 'boolean') return sql`case ${value} when 1 then 'true' when 0 then 'false' else '' end`;
    return sql`coalesce(cast(${value} as text), '')`;
  },
  contains: (value, text) => sql`instr(${value}, ${text}) > 0`,
  endsWith: (value, text) => sql`substr(${value}, -length(${text})) = ${text}`,
  listHolds: (path, text, key) => {
    const value =
      key === undefined ? sql`value` : sql`case type when 'object' then json_extract(value, ${pathText([key])}) end`;
    return sql`exists (select 1 from json_each(record.body, ${pathText(path)}) where cast(${value} as text) = ${text})`;
  },
  membersOf: (list) => sql`json_each(${list}) as member`,
  areDue: ({ endpointId, now, real, limit }) =>
    sql`seq in (select seq from delivery
      where endpoint_id = ${endpointId} and due_at <= ${now} and (leased_until is null or leased_until < ${real})
      order by due_at, seq limit ${limit})`,
  lockStore: async () => {},
  indexSlice: 200,
  analyzeIndexes: async () => {},
};

function pathText(path: string[]): string {
  return `$.${path.map((segment) => JSON.stringify(segment)).join('.')}`;
}
