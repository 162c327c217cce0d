import { findAt } from '../openapi/resolve.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { TestAnswer } from './test-portal.ts';

/** The record in a response, without its wrapper. */
export function recordOf({ success }: OperationPlan, { body }: TestAnswer): unknown {
  return findAt(body, success.recordAt ?? []);
}

/** The records in a list response, without their wrapper. */
export function recordsOf({ list }: OperationPlan, { body }: TestAnswer): unknown[] {
  const around = list?.within ? body?.[list.within] : body;
  const found = list?.key ? around?.[list.key] : around;
  return Array.isArray(found) ? found : [];
}

/** The id at the end of `Location`, where a response has one. */
export function idInLocation({ headers }: TestAnswer): string | undefined {
  const last = headers.location?.split('/').at(-1);
  return last === undefined ? undefined : decodeURIComponent(last);
}
