import { acted, assertOffered } from '../../dialect/actions.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { findLinkTo } from '../../plan/find-link-to.ts';
import type { Happening } from '../../records/emit-events.ts';
import { timeFor } from '../../records/make-record.ts';
import { type Call, clockOf, resourceOf, rulesOfCall } from './call.ts';

/** The record after the call's action; refuses an action whose link the record does not offer. */
export function followed(call: Call, before: RecordBody): RecordBody {
  const { actions } = rulesOfCall(call);
  const link = actions && findLinkTo(call.api, call.plan);
  if (!actions || link === undefined) return before;
  const after = acted(actions, link, before);
  const { timedBy } = actions.moves[link] ?? {};
  if (timedBy === undefined) return after;
  return { ...after, [timedBy]: timeFor(call.api.document, resourceOf(call), timedBy, clockOf(call)) };
}

/** Refuses a call whose link the record does not offer; `link` is that of the operation, unless told. */
export function assertFollowable(call: Call, record: RecordBody, link = findLinkTo(call.api, call.plan)): void {
  const { actions } = rulesOfCall(call);
  if (actions && link !== undefined) assertOffered(actions, link, record);
}

/** The event of the call's action: a new state, or just a change. */
export function happeningOf(call: Call): Happening {
  const { actions } = rulesOfCall(call);
  const state = actions?.moves[findLinkTo(call.api, call.plan) ?? '']?.to;
  return state === undefined ? 'changed' : { state };
}
