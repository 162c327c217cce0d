import { acted } from '../../dialect/actions.ts';
import { enterState, tell } from '../lifecycle/live.ts';
import { lastSegment } from '../plan/path-segments.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { RecordBody, StoredRecord } from '../record-store.ts';
import type { ServedApi } from '../served-api.ts';
import { type Call, rulesOf } from './call.ts';

/** The link of a record that leads to an operation on it: the profile's word, else the action's own name. */
export function findLinkTo({ profile }: Pick<ServedApi, 'profile'>, plan: OperationPlan): string | undefined {
  const links = Object.entries(profile.resources?.[plan.resource?.store ?? '']?.links ?? {});
  const declared = links.find(([, operationId]) => operationId === plan.operation.id)?.[0];
  return declared ?? (plan.role === 'act' ? lastSegment(plan.operation.path)?.text : undefined);
}

/** The record after the action that a call takes; refuses an action whose link the record does not offer. */
export function followed(call: Call, before: RecordBody): RecordBody {
  const { actions } = rulesOf(call);
  const link = actions && findLinkTo(call.api, call.plan);
  return actions && link !== undefined ? acted(actions, link, before) : before;
}

/** What is told of a record once an action has changed it: the state that it has come to, or that it was changed. */
export function followedTo(call: Call): (stored: StoredRecord, body: RecordBody) => Promise<void> {
  const { actions } = rulesOf(call);
  const to = actions?.moves[findLinkTo(call.api, call.plan) ?? '']?.to;
  return (stored, body) => (to === undefined ? tell(call, 'changed', stored.id, body) : enterState(call, stored, body));
}
