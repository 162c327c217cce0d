import { sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Field } from '../dialect/filters/record-fields.ts';
import { readMoment, writeMoment } from '../dialect/last-change.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Sandbox } from './sandbox.ts';

/** A record that includes the timestamp of its last change, and the timestamp itself. */
export interface Stamped {
  body: RecordBody;
  changedAt: number | null;
}

/** Whether records of a store show when they were last changed. */
export function hasLastChange(
  { document, plan, profile }: Pick<ServedApi, 'document' | 'plan' | 'profile'>,
  store: string,
): boolean {
  const { lastChange } = profile;
  return (
    lastChange !== undefined && lastChange.property in shapeOf(document, plan.resources.get(store)?.schema).properties
  );
}

/** The timestamp of the last change as a field for filters and sorting. */
export function changeField(property: string): Field {
  return { name: property, path: [property], kind: 'number', column: 'changed_at' };
}

/**
 * Adds the timestamp of its change to a record that is about to be written, where its API shows it. Other writers of the
 * store wait until the transaction ends, so that timestamps become visible in order.
 */
export async function stamp({ db, api, workspaceId, now }: Sandbox, store: string, body: RecordBody): Promise<Stamped> {
  const { lastChange } = api.profile;
  if (!lastChange || !hasLastChange(api, store)) return { body, changedAt: null };
  if (!db.isTransaction) throw new Error(`The change timestamp of ${store} must be drawn inside its transaction.`);
  const changedAt = await drawMoment(db, { workspace_id: workspaceId, api: api.slug, store }, now.getTime() * 1000);
  return { body: { ...body, [lastChange.property]: writeMoment(changedAt) }, changedAt };
}

/** The timestamp in a record that already has one. */
export function readStamp({ profile }: Pick<ServedApi, 'profile'>, body: RecordBody): number | null {
  const text = profile.lastChange && body[profile.lastChange.property];
  return typeof text === 'string' ? (readMoment(text) ?? null) : null;
}

/** Now, or one microsecond after the last change if that is later: clocks are coarse, and may be set back. */
async function drawMoment(
  db: Database,
  place: { workspace_id: string; api: string; store: string },
  now: number,
): Promise<number> {
  const next = sql<number>`case when last_change.moment < ${now} then ${now} else last_change.moment + 1 end`;
  const drawn = await db
    .updateTable('last_change')
    .set({ moment: next })
    .where('workspace_id', '=', place.workspace_id)
    .where('api', '=', place.api)
    .where('store', '=', place.store)
    .returning('moment')
    .executeTakeFirst();
  if (drawn) return drawn.moment;

  const { latest } = await db
    .selectFrom('record')
    .select(({ fn }) => fn.max('changed_at').as('latest'))
    .where('workspace_id', '=', place.workspace_id)
    .where('api', '=', place.api)
    .where('store', '=', place.store)
    .executeTakeFirstOrThrow();
  const { moment } = await db
    .insertInto('last_change')
    .values({ ...place, moment: Math.max(now, (latest ?? 0) + 1) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'api', 'store']).doUpdateSet({ moment: next }))
    .returning('moment')
    .executeTakeFirstOrThrow();
  return moment;
}
