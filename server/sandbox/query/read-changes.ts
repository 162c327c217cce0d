import { queryIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { type Condition, everything, type QueryPairs } from '../../dialect/filters/condition.ts';
import { readMoment } from '../../dialect/last-change.ts';
import type { Order } from '../../dialect/sort/order.ts';
import { changeField, hasLastChange } from '../../records/last-change.ts';
import { type Call, resourceOf } from '../behaviours/call.ts';

/** The condition and order of a list that is followed by its changes: those after a timestamp, in order. */
export function readChanges(call: Call, query: QueryPairs): { after: Condition; order: Order } {
  const { lastChange } = call.api.profile;
  if (!lastChange || !hasLastChange(call.api, resourceOf(call).store)) return { after: everything, order: [] };
  const { parameter } = lastChange;
  const field = changeField(lastChange.property);
  const after = query
    .filter(([name, value]) => name === parameter && value !== '')
    .map(([, text]): Condition => ({ field, operator: 'gt', value: readMoment(text) ?? refuseMoment(parameter) }));
  return { after: { and: after }, order: [{ field, descending: false }] };
}

function refuseMoment(parameter: string): never {
  throw invalidFields([queryIssue(parameter, 'moment', {}, 'is no moment')]);
}
