import { Refusal } from '../answers/refusal.ts';
import { say, sayAny } from '../answers/say.ts';
import type { RecordBody } from './record-body.ts';

/**
 * The actions on a record, by the name of their link. One rule decides both which links a record shows and which requests are
 * refused with 412.
 */
export interface Actions {
  /** The property with the record's state. */
  property: string;
  /** The state of a new record that is sent without one. Default: as the document says. */
  initial?: string;
  moves: Record<string, Move>;
}

/** An action that is available in some states, once a property has a value, or always; with `to`, it changes the state. */
interface Move {
  from?: string[];
  /** The property that must have a value. */
  needs?: string;
  to?: string;
  /** The property that gets the time of the action. */
  timedBy?: string;
}

/** Whether a record offers a link; links without a rule are always offered, and so are those of a record without a state. */
export function offers(actions: Actions | undefined, link: string, record: RecordBody): boolean {
  const { from, needs } = actions?.moves[link] ?? {};
  const isReady = needs === undefined || (record[needs] !== undefined && record[needs] !== null);
  const state = actions && record[actions.property];
  return isReady && (!from || state === undefined || state === null || from.includes(String(state)));
}

/** The record after an action; refuses (412) an action that the record does not offer. */
export function acted(actions: Actions, link: string, record: RecordBody): RecordBody {
  assertOffered(actions, link, record);
  const to = actions.moves[link]?.to;
  return to === undefined ? record : { ...record, [actions.property]: to };
}

/** Refuses (412) an action that the record does not offer. */
export function assertOffered(actions: Actions, link: string, record: RecordBody): void {
  if (!offers(actions, link, record)) throw notOffered(actions, link, record);
}

/** Every state that the actions mention. */
export function statesOfActions({ moves }: Actions): string[] {
  return Object.values(moves).flatMap(({ from = [], to }) => [...from, ...(to === undefined ? [] : [to])]);
}

function notOffered({ property, moves }: Actions, link: string, record: RecordBody): Refusal {
  const { from, needs } = moves[link] ?? {};
  const state = String(record[property]);
  if (from === undefined) {
    return new Refusal('not_offered', say('actions.not-before', { link, needs, property, state }));
  }
  const offered = from.map((state) => `"${state}"`);
  return new Refusal('not_offered', say('actions.not-in-state', { link, property, state, offered: sayAny(offered) }));
}
