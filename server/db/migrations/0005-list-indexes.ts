import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/**
 * Field indexes for lists that have grown too long to scan: a row in `indexed_field` makes triggers fill `record_field` and keep it
 * up to date. Lists without such a row have no overhead.
 */
export async function listIndexes(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  for (const statement of kind === 'postgres' ? postgres : sqlite) await sql.raw(statement).execute(db);
}

/**
 * The entries of all indexes. An absent value sorts first: as '' for text, as -Infinity for numbers. There is no foreign key to
 * `indexed_field`, because checking it costs more than the write; a trigger deletes the entries.
 */
const fieldTable = (number: string, text: string, seq: string) => `
  create table record_field (
    index_id integer not null,
    parent text not null,
    number ${number} not null,
    text ${text} not null,
    seq ${seq} not null,
    primary key (index_id, parent, number, text, seq)
  )`;

const indexedFields = (id: string) => `
  create table indexed_field (
    id ${id},
    workspace_id text not null references workspace (id) on delete cascade,
    api text not null,
    store text not null,
    path text not null,
    kind text not null,
    unique (workspace_id, api, store, path, kind)
  )`;

/** How many records each list has: counting a long list takes longer than reading a page. */
const listSizes = (total: string) => `
  create table list_size (
    workspace_id text not null references workspace (id) on delete cascade,
    api text not null,
    store text not null,
    parent text not null,
    total ${total} not null,
    primary key (workspace_id, api, store, parent)
  )`;

const countExisting = `insert into list_size
  select workspace_id, api, store, parent, count(*) from record group by workspace_id, api, store, parent`;

const countNew = `insert into list_size values (new.workspace_id, new.api, new.store, new.parent, 1)
  on conflict (workspace_id, api, store, parent) do update set total = list_size.total + 1;`;
const countGone = `update list_size set total = total - 1
  where workspace_id = old.workspace_id and api = old.api and store = old.store and parent = old.parent;`;

const ofList = (record: string, field: string) =>
  `${field}.workspace_id = ${record}.workspace_id and ${field}.api = ${record}.api and ${field}.store = ${record}.store`;

/** A record's row in an index, on SQLite. */
const sqliteRow = (record: string, field: string) => `
  ${field}.id, ${record}.parent,
  case ${field}.kind when 'number' then coalesce(cast(${record}.body ->> ${field}.path as real), -9e999) else 0.0 end,
  case ${field}.kind
    when 'number' then ''
    when 'boolean' then case ${record}.body ->> ${field}.path when 1 then 'true' when 0 then 'false' else '' end
    else coalesce(cast(${record}.body ->> ${field}.path as text), '')
  end,
  ${record}.seq`;

const sqliteAdd = `insert into record_field select ${sqliteRow('new', 'field')} from indexed_field as field where ${ofList('new', 'field')};`;
const sqliteRemove = `delete from record_field where (index_id, parent, number, text, seq) in
  (select ${sqliteRow('old', 'field')} from indexed_field as field where ${ofList('old', 'field')});`;
const isIndexed = (record: string) => `exists (select 1 from indexed_field as field where ${ofList(record, 'field')})`;

const sqlite = [
  indexedFields('integer primary key'),
  `${fieldTable('real', 'text', 'integer')} without rowid`,
  `${listSizes('integer')} without rowid`,
  countExisting,
  `create trigger record_counted after insert on record begin ${countNew} end`,
  `create trigger record_discounted after delete on record begin ${countGone} end`,
  `create trigger indexed_field_added after insert on indexed_field begin
     insert into record_field select ${sqliteRow('record', 'new')} from record where ${ofList('record', 'new')} order by 1, 2, 3, 4, 5;
   end`,
  'create trigger indexed_field_removed after delete on indexed_field begin delete from record_field where index_id = old.id; end',
  `create trigger record_added after insert on record when ${isIndexed('new')} begin ${sqliteAdd} end`,
  `create trigger record_removed after delete on record when ${isIndexed('old')} begin ${sqliteRemove} end`,
  `create trigger record_changed after update of body on record when old.body <> new.body and ${isIndexed('new')} begin ${sqliteRemove} ${sqliteAdd} end`,
];

const postgresRow = (record: string, field: string) => `
  ${field}.id, ${record}.parent,
  case ${field}.kind when 'number' then number_of(${record}.body::jsonb #>> ${field}.path::text[]) else 0 end,
  case ${field}.kind when 'number' then '' else coalesce(${record}.body::jsonb #>> ${field}.path::text[], '') end,
  ${record}.seq`;

const lockOf = (row: string) => `hashtextextended(${row}.workspace_id || ' ' || ${row}.api || ' ' || ${row}.store, 0)`;

const postgresRemove = `delete from record_field where (index_id, parent, number, text, seq) in
  (select ${postgresRow('old', 'field')} from indexed_field as field where ${ofList('old', 'field')});`;
const postgresAdd = `insert into record_field select ${postgresRow('new', 'field')} from indexed_field as field where ${ofList('new', 'field')};`;

const postgresFunction = (name: string, body: string) =>
  `create function ${name}() returns trigger language plpgsql as $$ begin ${body} end $$`;

const postgres = [
  `create function number_of(value text) returns double precision language sql immutable parallel safe as $$
     select case when value ~ '^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$' then value::double precision else '-infinity' end
   $$`,
  indexedFields('integer primary key generated always as identity'),
  fieldTable('double precision', 'text collate "C"', 'bigint'),
  listSizes('bigint'),
  countExisting,
  // One writer per store at a time: records become visible in the order of their numbers, so that cursor pagination skips none.
  postgresFunction(
    'number_record',
    `perform pg_advisory_xact_lock(${lockOf('new')}); new.seq := nextval('record_seq_seq'); return new;`,
  ),
  'alter table record alter column seq drop default',
  'create trigger record_numbered before insert on record for each row execute function number_record()',
  // Writers wait while an index is being filled, and then see it.
  `create function index_record() returns trigger language plpgsql as $$
   declare changed record;
   begin
     if tg_op = 'DELETE' then changed := old; else changed := new; end if;
     perform pg_advisory_xact_lock_shared(${lockOf('changed')});
     if tg_op = 'INSERT' then ${countNew} end if;
     if tg_op = 'DELETE' then ${countGone} end if;
     if not exists (select 1 from indexed_field as field where ${ofList('changed', 'field')}) then return null; end if;
     if tg_op <> 'INSERT' then ${postgresRemove} end if;
     if tg_op <> 'DELETE' then ${postgresAdd} end if;
     return null;
   end $$`,
  'create trigger record_indexed after insert or delete or update of body on record for each row execute function index_record()',
  postgresFunction(
    'fill_index',
    `perform pg_advisory_xact_lock(${lockOf('new')});
     insert into record_field select ${postgresRow('record', 'new')} from record where ${ofList('record', 'new')} order by 1, 2, 3, 4, 5;
     return null;`,
  ),
  postgresFunction('empty_index', 'delete from record_field where index_id = old.id; return null;'),
  'create trigger indexed_field_removed after delete on indexed_field for each row execute function empty_index()',
  'create trigger indexed_field_added after insert on indexed_field for each row execute function fill_index()',
];
