import { engineOf } from '../db/engine.ts';
import { type Call, idOfCall, placeOfCall } from './behaviours/call.ts';

/** Prevents concurrent changes to the record of a call until the transaction ends, on databases that allow them. */
export async function lockRecord(call: Call): Promise<void> {
  if (!engineOf(call.db).hasManyWriters) return;
  const { workspaceId, api, store, parent } = await placeOfCall(call);
  let rows = call.db
    .selectFrom('record')
    .select('seq')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where('store', '=', store);
  if (parent !== undefined) rows = rows.where('parent', '=', parent);
  if (call.plan.idParameter) rows = rows.where('id', '=', idOfCall(call));
  await rows.forUpdate().execute();
}
