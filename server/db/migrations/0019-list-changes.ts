import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/**
 * A store with indexed fields has a version, which each change of its records raises, and the numbers of the records that the last
 * versions changed: a server that remembers the values of a long list reads only what is new.
 */
export async function listChanges(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  for (const statement of kind === 'postgres' ? postgres : sqlite) await sql.raw(statement).execute(db);
}

/** So many versions are kept; a server that knows none of them reads the list anew. */
const kept = 1000;

/** Of a statement that changes more records, only the version is kept, and servers read the list anew. */
const maxLogged = 50;

const ofList = (record: string, other: string) =>
  `${other}.workspace_id = ${record}.workspace_id and ${other}.api = ${record}.api and ${other}.store = ${record}.store`;

const tables = (id: string, number: string, ending: string) => [
  `create table indexed_list (
    id ${id},
    workspace_id text not null references workspace (id) on delete cascade,
    api text not null,
    store text not null,
    version ${number} not null default 0,
    unique (workspace_id, api, store)
  )`,
  // No foreign key: a trigger deletes what belongs to a list, as for its indexes.
  `create table list_change (
    list_id integer not null,
    version ${number} not null,
    seq ${number} not null,
    primary key (list_id, version, seq)
  ) ${ending}`,
  'insert into indexed_list (workspace_id, api, store) select distinct workspace_id, api, store from indexed_field',
];

const sqliteTrigger = (name: string, event: string, row: string, when = '') => `
  create trigger ${name} after ${event} on record
  when ${when} exists (select 1 from indexed_list as list where ${ofList(row, 'list')}) begin
    update indexed_list set version = version + 1 where ${ofList(row, 'indexed_list')};
    insert into list_change select list.id, list.version, ${row}.seq from indexed_list as list where ${ofList(row, 'list')};
    delete from list_change where list_id = (select list.id from indexed_list as list where ${ofList(row, 'list')})
      and version <= (select list.version - ${kept} from indexed_list as list where ${ofList(row, 'list')});
  end`;

const sqlite = [
  // The number of a list is never given again: a server may still remember the values of the one that is gone.
  ...tables('integer primary key autoincrement', 'integer', 'without rowid'),
  'create trigger indexed_list_removed after delete on indexed_list begin delete from list_change where list_id = old.id; end',
  sqliteTrigger('list_grown', 'insert', 'new'),
  sqliteTrigger('list_shrunk', 'delete', 'old'),
  sqliteTrigger('list_changed', 'update of body', 'new', 'old.body <> new.body and'),
];

const lockOf = (row: string) => `hashtextextended(${row}.workspace_id || ' ' || ${row}.api || ' ' || ${row}.store, 0)`;

/**
 * Whoever raises a version has the list to itself until the transaction ends, from its first change on: two that share it would
 * wait for each other. Several lists are locked in one order.
 */
const lock = (rows: string) => `
  for list in
    select ${lockOf('one')} as lock, bool_or(known.id is not null) as indexed
      from ${rows} as one left join indexed_list as known on ${ofList('one', 'known')} group by 1 order by 1
  loop
    if list.indexed then perform pg_advisory_xact_lock(list.lock);
    else perform pg_advisory_xact_lock_shared(list.lock); end if;
  end loop;`;

/** Ends here, as nearly always, where none of the lists is indexed. */
const unlessIndexed = (rows: string) => `
  select array_agg(one.seq), array_agg(known.id) into numbers, lists
    from ${rows} as one join indexed_list as known on ${ofList('one', 'known')};
  if lists is null then return null; end if;
  perform note_list_changes(numbers, lists);`;

const entryOf = (record: string) => `
  field.id, ${record}.parent,
  case field.kind when 'number' then number_of(${record}.body::jsonb #>> field.path::text[]) else 0 end,
  case field.kind when 'number' then '' else coalesce(${record}.body::jsonb #>> field.path::text[], '') end,
  ${record}.seq`;

const addEntries = (rows: string) => `
  insert into record_field select ${entryOf('one')} from ${rows} as one join indexed_field as field on ${ofList('one', 'field')};`;

/**
 * A plan is made once per connection, with the number of rows of its first use. Nested loops along the indexes suit one row and
 * many; a plan for many would read whole tables for one.
 */
const settings = 'set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off';

const ofStatement = (name: string, body: string) => `
  create or replace function ${name}() returns trigger language plpgsql ${settings} as $$
  declare list record; numbers bigint[]; lists integer[];
  begin ${body} return null; end $$`;

const postgres = [
  // Callers were stored in plain; what is stored from now on is counted under what they hash to.
  'delete from limit_state',
  ...tables('integer primary key generated always as identity', 'bigint', ''),
  'alter table indexed_list set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500)',
  'alter table list_change set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 2000)',
  `create function forget_list_changes() returns trigger language plpgsql as $$
   begin delete from list_change where list_id = old.id; return null; end $$`,
  'create trigger indexed_list_removed after delete on indexed_list for each row execute function forget_list_changes()',
  // The number of each changed record, and of its list.
  `create function note_list_changes(numbers bigint[], lists integer[]) returns void language plpgsql ${settings} as $$
   declare changed integer; reached bigint;
   begin
     for changed in select distinct unnest(lists) order by 1 loop
       update indexed_list set version = version + 1 where id = changed returning version into reached;
       if cardinality(numbers) <= ${maxLogged} then
         insert into list_change
           select changed, reached, one.seq from unnest(numbers, lists) as one (seq, list_id) where one.list_id = changed;
       end if;
       if reached % 100 = 0 then delete from list_change where list_id = changed and version <= reached - ${kept}; end if;
     end loop;
   end $$`,
  // The numbering of new records has locked their lists.
  ofStatement(
    'records_added',
    `insert into list_size (workspace_id, api, store, parent, total, bytes)
     select workspace_id, api, store, parent, count(*), sum(octet_length(body)) from added
      group by workspace_id, api, store, parent order by 1, 2, 3, 4
     on conflict (workspace_id, api, store, parent)
     do update set total = list_size.total + excluded.total, bytes = list_size.bytes + excluded.bytes;
     ${unlessIndexed('added')} ${addEntries('added')}`,
  ),
  ofStatement(
    'records_removed',
    `${lock('removed')}
     update list_size set total = list_size.total - gone.total, bytes = list_size.bytes - gone.bytes
       from (
         select workspace_id, api, store, parent, count(*) as total, sum(octet_length(body)) as bytes from removed
          group by workspace_id, api, store, parent
       ) as gone
      where ${ofList('gone', 'list_size')} and list_size.parent = gone.parent;
     ${unlessIndexed('removed')}
     delete from record_field as entry using removed as one, indexed_field as field
      where ${ofList('one', 'field')} and entry.index_id = field.id and entry.seq = one.seq;`,
  ),
  `create or replace function record_changed() returns trigger language plpgsql as $$
   declare list record;
   begin
     ${lock('(select new.*)')}
     if octet_length(new.body) <> octet_length(old.body) then
       update list_size set bytes = bytes + octet_length(new.body) - octet_length(old.body)
        where ${ofList('new', 'list_size')} and parent = new.parent;
     end if;
     for list in select id from indexed_list as known where ${ofList('new', 'known')} loop
       perform note_list_changes(array[new.seq], array[list.id]);
       delete from record_field as entry using indexed_field as field
        where ${ofList('new', 'field')} and entry.index_id = field.id and entry.seq = new.seq;
       insert into record_field select ${entryOf('new')} from indexed_field as field where ${ofList('new', 'field')};
     end loop;
     return null;
   end $$`,
];
