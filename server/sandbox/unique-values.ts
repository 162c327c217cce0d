import { isUniqueViolation } from '../db/database-kind.ts';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../dialect/errors/refusal.ts';
import type { Place, RecordBody } from './record-store.ts';

const claim = prepareQuery((db) =>
  db.insertInto('unique_value').values({ workspace_id: '', api: '', store: '', field: '', value: '', record_id: '' }),
);

/** Claims the values that no other record of the store may have; throws `already_exists` when one is taken. */
export async function claimUniqueValues(
  db: Database,
  place: Place,
  fields: string[],
  recordId: string,
  body: RecordBody,
): Promise<void> {
  const { workspaceId, api, store } = place;
  for (const field of fields) {
    const value = body[field];
    if (value === undefined || value === null) continue;
    try {
      await claim(db, [workspaceId, api, store, field, String(value), recordId]);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new Refusal('already_exists', {
        en: `Another record has ${field} "${value}" already. Send another value, or change that record.`,
        pt: `Outro registro já tem ${field} "${value}". Envie outro valor ou altere aquele registro.`,
      });
    }
  }
}

export async function releaseUniqueValues(db: Database, place: Place, recordId: string): Promise<void> {
  const { workspaceId, api, store } = place;
  await db
    .deleteFrom('unique_value')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store)
    .where('record_id', '=', recordId)
    .execute();
}
