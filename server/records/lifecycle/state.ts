import { dueAfter } from '../../dialect/lifecycle.ts';
import type { ResourceRules } from '../../dialect/profile.ts';
import type { RecordBody } from '../../dialect/record-body.ts';

/** The initial state of a record that was made of what was sent. */
export function initialState({ lifecycle, actions }: ResourceRules, sent: RecordBody): RecordBody {
  if (lifecycle) return { [lifecycle.property]: lifecycle.initial };
  const { property, initial } = actions ?? {};
  return property === undefined || initial === undefined || Object.hasOwn(sent, property)
    ? {}
    : { [property]: initial };
}

/** The state that a change has brought a record to; undefined where it is unchanged, or its store has no states. */
export function findNewState(
  { lifecycle, actions }: ResourceRules,
  before: RecordBody,
  after: RecordBody,
): string | undefined {
  const { property } = lifecycle ?? actions ?? {};
  return property === undefined || before[property] === after[property] ? undefined : String(after[property]);
}

/** When the next step of a record in a new state is due, in milliseconds since 1970; null when none is. */
export function dueOf({ lifecycle }: ResourceRules, record: RecordBody, at: Date): number | null {
  return lifecycle ? dueAfter(lifecycle, record, at.getTime()) : null;
}
