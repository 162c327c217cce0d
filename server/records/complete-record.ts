import type { Find } from '../dialect/profile.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import type { Resource } from '../plan/plan-types.ts';
import { embedRecords } from './embed-records.ts';
import { findRecord } from './find-record.ts';
import { withListParts } from './list-parts.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Adds derived values to a record: copies of referenced records, and what its profile derives. `before` is the record that
 * it changes.
 */
export async function completeRecord(
  sandbox: Sandbox,
  resource: Resource,
  body: RecordBody,
  before?: RecordBody,
  find: Find = findIn(sandbox),
): Promise<RecordBody> {
  const { derive, embeds } = rulesOf(sandbox.api.profile, resource.store);
  const own = await withListParts(sandbox, resource, body);
  const whole = embeds ? await embedRecords(sandbox.api, resource, own, { before, find }) : own;
  return derive ? derive(whole, find) : whole;
}

/** Looks records up in a sandbox. */
export function findIn({ db, workspaceId, api }: Sandbox): Find {
  return async (store, id) => (await findRecord(db, { workspaceId, api: api.slug, store }, String(id)))?.body;
}
