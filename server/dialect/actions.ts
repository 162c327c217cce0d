import { Refusal } from '../answers/refusal.ts';
import type { RecordBody } from './record-body.ts';

/**
 * The actions on a record, by the name of their link. One rule decides both which links a record shows and which requests are
 * refused with 412.
 */
export interface Actions {
  /** The property with the record's state. */
  property: string;
  moves: Record<string, Move>;
}

/** An action that is available in some states; with `to`, it changes the state. */
interface Move {
  from: string[];
  to?: string;
}

/** Whether a record offers a link; links without a rule are always offered. */
export function offers(actions: Actions | undefined, link: string, record: RecordBody): boolean {
  const move = actions?.moves[link];
  return !actions || !move || move.from.includes(String(record[actions.property]));
}

/** The record after an action; refuses (412) an action that the record does not offer. */
export function acted(actions: Actions, link: string, record: RecordBody): RecordBody {
  if (!offers(actions, link, record)) throw notOffered(actions, link, record);
  const to = actions.moves[link]?.to;
  return to === undefined ? record : { ...record, [actions.property]: to };
}

/** Every state that the actions mention. */
export function statesOfActions({ moves }: Actions): string[] {
  return Object.values(moves).flatMap(({ from, to }) => [...from, ...(to === undefined ? [] : [to])]);
}

function notOffered({ property, moves }: Actions, link: string, record: RecordBody): Refusal {
  const offered = (moves[link]?.from ?? []).map((state) => `"${state}"`);
  const state = String(record[property]);
  return new Refusal('not_offered', {
    en: `"${link}" is not offered when ${property} is "${state}", only when it is ${offered.join(' or ')}. Read the record and follow one of its links.`,
    pt: `"${link}" não é oferecido com ${property} igual a "${state}", só com ${offered.join(' ou ')}. Leia o registro e siga um dos links dele.`,
  });
}
