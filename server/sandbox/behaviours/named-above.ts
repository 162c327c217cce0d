import { parentKey } from '../../plan/parent-key.ts';
import { findRecord } from '../../records/find-record.ts';
import { type Call, parentValues } from './call.ts';

/** As many as one question may compare. */
const most = 90;

/** The ids that the record above a list has of those in the list, the latest of them; undefined where it has none. */
export async function idsNamedAbove(call: Call): Promise<unknown[] | undefined> {
  const { api, db, workspaceId, plan } = call;
  const link = plan.links?.find(({ isAbove }) => isAbove);
  const step = plan.steps?.at(-1);
  if (!link || step?.store === undefined) return undefined;
  const before = plan.steps?.slice(0, -1) ?? [];
  const values = parentValues(call);
  const parent = before.length > 0 ? parentKey(before, values) : undefined;
  const above = await findRecord(
    db,
    { workspaceId, api: api.slug, store: step.store, parent },
    values[step.parameter] ?? '',
  );
  const list = above?.body[link.property];
  const ids = (Array.isArray(list) ? list : []).map((each) => (link.key === undefined ? each : each?.[link.key]));
  return ids.filter((id) => id !== undefined && id !== null).slice(-most);
}
