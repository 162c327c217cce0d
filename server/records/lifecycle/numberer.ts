import { sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import type { Database } from '../../db/schema.ts';
import type { Place } from '../find-record.ts';

/** Returns the number after the highest of a property at a place, and counts on from there. */
export type Numberer = (place: Place, property: string) => Promise<number>;

/** Looks up the highest number once and then counts: valid only while no one else writes there. */
export function createNumberer(transaction: Database): Numberer {
  const given = new Map<string, number>();
  return async (place, property) => {
    const key = [place.store, place.parent, property].join('\n');
    const number = (given.get(key) ?? (await highestNumber(transaction, place, property))) + 1;
    given.set(key, number);
    return number;
  };
}

async function highestNumber(
  db: Database,
  { workspaceId, api, store, parent = '' }: Place,
  property: string,
): Promise<number> {
  const row = await db
    .selectFrom('record')
    .select(sql<number | null>`max(cast(${engineOf(db).property(property)} as bigint))`.as('highest'))
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store)
    .where('parent', '=', parent)
    .executeTakeFirst();
  return row?.highest ?? 0;
}
