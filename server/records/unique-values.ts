import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { isUniqueViolation } from '../db/database-kind.ts';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database } from '../db/schema.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import type { Place, StoredRecord } from './find-record.ts';
import type { Sandbox } from './sandbox.ts';

const claim = prepareQuery<UniqueValue>((db, { workspaceId, api, store, field, value, seq }) =>
  db.insertInto('unique_value').values({ workspace_id: workspaceId, api, store, field, value, record_seq: seq }),
);
const release = prepareQuery<{ seq: number }>((db, { seq }) =>
  db.deleteFrom('unique_value').where('record_seq', '=', seq),
);

type UniqueValue = Record<'workspaceId' | 'api' | 'store' | 'field' | 'value', string> & { seq: number };

/** Claims the values that must be unique in a store; throws `already_exists` when one is taken. */
export async function claimUniqueValues(
  { db, api }: Sandbox,
  place: Place,
  { seq, body }: StoredRecord,
): Promise<void> {
  const { workspaceId, store } = place;
  for (const field of rulesOf(api.profile, store).unique ?? []) {
    const value = body[field];
    if (value === undefined || value === null) continue;
    try {
      await claim(db, { workspaceId, api: api.slug, store, field, value: String(value), seq });
    } catch (error) {
      throw isUniqueViolation(error) ? isTaken(field, value) : error;
    }
  }
}

/** Releases the unique values of a record. */
async function releaseUniqueValues(db: Database, { seq }: Pick<StoredRecord, 'seq'>): Promise<void> {
  await release(db, { seq });
}

/** Replaces the unique values of a record that was just changed. */
export async function exchangeUniqueValues(
  sandbox: Sandbox,
  place: Place,
  stored: StoredRecord,
  body: RecordBody,
): Promise<void> {
  const { unique = [] } = rulesOf(sandbox.api.profile, place.store);
  if (unique.every((field) => body[field] === stored.body[field])) return;
  await releaseUniqueValues(sandbox.db, stored);
  await claimUniqueValues(sandbox, place, { ...stored, body });
}

function isTaken(field: string, value: unknown): Refusal {
  return new Refusal('already_exists', say('records.taken', { field, value }));
}
