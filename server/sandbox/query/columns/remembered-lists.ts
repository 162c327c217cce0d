import { sql } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { Place } from '../../../records/find-record.ts';
import { Column } from './column.ts';
import type { ListValues } from './list-values.ts';
import { type Indexed, loadColumn, loadList, updateValues } from './load-values.ts';

/** Shorter lists are found fast enough in the database. */
const minRemembered = 5000;

/** All lists together take so many times eight bytes; those that were not asked for longest are forgotten. */
const maxCells = 16_000_000;

/** How many fields of a list are remembered; one that is asked for less often is found in the database. */
const maxFields = 16;

/** A list in memory; its updates wait for each other, and after one that fails it is read again. */
interface Remembered {
  values: ListValues;
  /** Those that are loaded or being loaded. */
  indexed: Indexed[];
  isSound: boolean;
  updating: Promise<boolean>;
}

interface Memory {
  lists: Map<string, Remembered>;
  loading: Map<string, Promise<void>>;
}

/** By the adapter of their database. */
const memories = new WeakMap<object, Memory>();

/** A list's version, as its row in `indexed_list` has it. */
export interface ListVersion {
  id: number;
  version: number;
}

/**
 * The values of a long list at a version or a newer one, if this process remembers them; otherwise it begins to read them, and this
 * question is for the database.
 */
export async function findValues(
  db: Database,
  place: Place,
  list: ListVersion,
  indexed: Indexed[],
): Promise<ListValues | undefined> {
  const { lists } = memoryOf(db);
  const key = keyOf(place);
  const known = lists.get(key);
  if (
    known?.values.listId === list.id &&
    indexed.every(({ field }) => known.values.columns.get(field.name)?.isLoaded)
  ) {
    lists.delete(key);
    lists.set(key, known);
    known.updating = known.updating.then(async (isSound) => {
      const fields = known.indexed.map(({ field }) => field);
      return isSound && updateValues(db, place, known.values, fields, list.version);
    });
    known.updating = known.updating.catch(() => false);
    known.isSound = await known.updating;
    if (known.isSound) return known.values;
  }
  void rememberValues(db, place, list, indexed).catch(() => {});
  return undefined;
}

/** Reads the values of a list's fields into memory, where it is long; one after the other. */
export function rememberValues(db: Database, place: Place, list: ListVersion, indexed: Indexed[]): Promise<void> {
  const { loading } = memoryOf(db);
  const key = keyOf(place);
  const running = loading.get(key) ?? load(db, place, list, indexed).finally(() => loading.delete(key));
  loading.set(key, running);
  return running;
}

async function load(db: Database, place: Place, list: ListVersion, asked: Indexed[]): Promise<void> {
  const { lists } = memoryOf(db);
  const key = keyOf(place);
  const before = lists.get(key);
  const others = before?.indexed.filter(({ field }) => asked.every((one) => one.field.name !== field.name)) ?? [];
  const isKept = before?.isSound && before.values.listId === list.id && others.length + asked.length <= maxFields;
  if (!isKept && (await findLength(db, place)) < minRemembered) return;
  const known = isKept
    ? before
    : { values: await loadList(db, place, list), indexed: [], isSound: true, updating: Promise.resolve(true) };
  lists.delete(key);
  lists.set(key, known);
  for (const one of [...asked, ...(isKept ? [] : others)].slice(0, Math.max(maxFields, asked.length))) {
    if (known.values.columns.get(one.field.name)?.isLoaded) continue;
    // Between two updates, so that each later one writes the new column, too.
    known.updating = known.updating.then((isSound) => {
      known.indexed = [...known.indexed.filter(({ field }) => field.name !== one.field.name), one];
      known.values.columns.set(one.field.name, new Column());
      return isSound;
    });
    await known.updating;
    await loadColumn(db, known.values, one);
  }
  forget(lists);
}

function forget(lists: Map<string, Remembered>): void {
  let cells = 0;
  for (const { values } of lists.values()) cells += values.cells;
  for (const [key, { values }] of lists) {
    if (cells <= maxCells) return;
    lists.delete(key);
    cells -= values.cells;
  }
}

async function findLength(db: Database, { workspaceId, api, store }: Place): Promise<number> {
  const { rows } = await sql<{ total: number | null }>`select sum(total) as total from list_size
    where workspace_id = ${workspaceId} and api = ${api} and store = ${store}`.execute(db);
  return Number(rows[0]?.total ?? 0);
}

function memoryOf(db: Database): Memory {
  const { adapter } = db.getExecutor();
  const memory = memories.get(adapter) ?? { lists: new Map(), loading: new Map() };
  memories.set(adapter, memory);
  return memory;
}

function keyOf({ workspaceId, api, store }: Place): string {
  return JSON.stringify([workspaceId, api, store]);
}
