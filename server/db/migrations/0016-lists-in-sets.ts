import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/**
 * Lists know their bytes besides their records. PostgreSQL counts and indexes all rows of a statement at once: a version of the
 * list's size per row made removals quadratic. A field's index is filled in slices (`fill-index.ts`), no longer by a trigger.
 */
export async function listsInSets(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  for (const statement of [...(kind === 'postgres' ? postgres : sqlite), ...measureExisting])
    await sql.raw(statement).execute(db);
}

const ofList = (record: string, other: string) =>
  `${other}.workspace_id = ${record}.workspace_id and ${other}.api = ${record}.api and ${other}.store = ${record}.store`;

/** An index that is being filled has the parent and number of the last record that it got; null when it has all. */
const columns = (number: string) => [
  `alter table list_size add column bytes ${number} not null default 0`,
  'alter table indexed_field add column filled_parent text',
  `alter table indexed_field add column filled_seq ${number}`,
];

const measureExisting = [
  `update list_size set bytes = (
     select coalesce(sum(octet_length(body)), 0) from record
      where ${ofList('list_size', 'record')} and record.parent = list_size.parent
   )`,
];

const sqlite = [
  ...columns('integer'),
  'drop trigger indexed_field_added',
  'drop trigger record_counted',
  'drop trigger record_discounted',
  `create trigger record_counted after insert on record begin
     insert into list_size (workspace_id, api, store, parent, total, bytes)
     values (new.workspace_id, new.api, new.store, new.parent, 1, octet_length(new.body))
     on conflict (workspace_id, api, store, parent)
     do update set total = list_size.total + 1, bytes = list_size.bytes + excluded.bytes;
   end`,
  `create trigger record_discounted after delete on record begin
     update list_size set total = total - 1, bytes = bytes - octet_length(old.body)
      where ${ofList('old', 'list_size')} and parent = old.parent;
   end`,
  `create trigger record_measured after update of body on record
   when octet_length(new.body) <> octet_length(old.body) begin
     update list_size set bytes = bytes + octet_length(new.body) - octet_length(old.body)
      where ${ofList('new', 'list_size')} and parent = new.parent;
   end`,
];

const lockOf = (row: string) => `hashtextextended(${row}.workspace_id || ' ' || ${row}.api || ' ' || ${row}.store, 0)`;

/** Several lists are locked in one order, so that no two statements wait for each other. */
const lockAll = (rows: string) => `
  for list in select distinct ${lockOf('one')} as lock from ${rows} as one order by 1 loop
    perform pg_advisory_xact_lock_shared(list.lock);
  end loop;`;

/** Ends here, as nearly always, where none of the lists is indexed. */
const unlessIndexed = (rows: string) => `
  if not exists (select 1 from ${rows} as one join indexed_field as field on ${ofList('one', 'field')}) then return null; end if;`;

const entryOf = (record: string) => `
  field.id, ${record}.parent,
  case field.kind when 'number' then number_of(${record}.body::jsonb #>> field.path::text[]) else 0 end,
  case field.kind when 'number' then '' else coalesce(${record}.body::jsonb #>> field.path::text[], '') end,
  ${record}.seq`;

const addEntries = (rows: string) => `
  insert into record_field select ${entryOf('one')} from ${rows} as one join indexed_field as field on ${ofList('one', 'field')};`;

const removeEntries = (rows: string) => `
  delete from record_field as entry using ${rows} as one, indexed_field as field
   where ${ofList('one', 'field')} and entry.index_id = field.id and entry.seq = one.seq;`;

/**
 * A plan is made once per connection, with the number of rows of its first use. Nested loops along the indexes suit one row and
 * many; a plan for many would read whole tables for one.
 */
const afterStatement = (name: string, body: string) => `
  create function ${name}() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  declare list record;
  begin ${body} return null; end $$`;

const onRecord = (name: string, event: string, tables: string) =>
  `create trigger ${name} after ${event} on record referencing ${tables} for each statement execute function ${name}()`;

const postgres = [
  ...columns('bigint'),
  'drop trigger indexed_field_added on indexed_field',
  'drop function fill_index()',
  'drop trigger record_indexed on record',
  'drop function index_record()',
  // The numbering of new records has locked their lists.
  afterStatement(
    'records_added',
    `insert into list_size (workspace_id, api, store, parent, total, bytes)
     select workspace_id, api, store, parent, count(*), sum(octet_length(body)) from added
      group by workspace_id, api, store, parent order by 1, 2, 3, 4
     on conflict (workspace_id, api, store, parent)
     do update set total = list_size.total + excluded.total, bytes = list_size.bytes + excluded.bytes;
     ${unlessIndexed('added')} ${addEntries('added')}`,
  ),
  afterStatement(
    'records_removed',
    `${lockAll('removed')}
     update list_size set total = list_size.total - gone.total, bytes = list_size.bytes - gone.bytes
       from (
         select workspace_id, api, store, parent, count(*) as total, sum(octet_length(body)) as bytes from removed
          group by workspace_id, api, store, parent
       ) as gone
      where ${ofList('gone', 'list_size')} and list_size.parent = gone.parent;
     ${unlessIndexed('removed')} ${removeEntries('removed')}`,
  ),
  // Row by row: a body is changed alone, and most updates, such as those of due times, do not concern it.
  `create function record_changed() returns trigger language plpgsql as $$
   begin
     perform pg_advisory_xact_lock_shared(${lockOf('new')});
     if octet_length(new.body) <> octet_length(old.body) then
       update list_size set bytes = bytes + octet_length(new.body) - octet_length(old.body)
        where ${ofList('new', 'list_size')} and parent = new.parent;
     end if;
     if not exists (select 1 from indexed_field as field where ${ofList('new', 'field')}) then return null; end if;
     delete from record_field as entry using indexed_field as field
      where ${ofList('new', 'field')} and entry.index_id = field.id and entry.seq = new.seq;
     insert into record_field select ${entryOf('new')} from indexed_field as field where ${ofList('new', 'field')};
     return null;
   end $$`,
  // Autovacuum by the hundredth, not the fifth, of a busy table; sizes are updated in place (HOT).
  ...['record', 'record_field', 'event', 'delivery', 'attempt', 'idempotency_key', 'unique_value'].map(
    (table) =>
      `alter table ${table} set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_threshold = 500)`,
  ),
  'alter table list_size set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500)',
  onRecord('records_added', 'insert', 'new table as added'),
  onRecord('records_removed', 'delete', 'old table as removed'),
  `create trigger record_changed after update of body on record for each row
     when (old.body is distinct from new.body) execute function record_changed()`,
];
