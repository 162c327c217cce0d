import { kindOf } from './state-kinds.ts';

/** A state as the document writes it, and what it says: `STATE_CLOSED`, `closed`. */
export interface State {
  value: string;
  name: string;
}

/** States, without the words that all begin with. */
export function readStates(values: string[]): State[] {
  const words = (values[0] ?? '').split('_');
  const starts = words.map((_, index) => `${words.slice(0, index + 1).join('_')}_`);
  const shared = starts.findLast((start) => values.every((value) => value.startsWith(start))) ?? '';
  return values.map((value) => ({ value, name: lettersOf(value.slice(shared.length)) }));
}

/** Whether a property is called like one that says in which state a record is. */
export function isStateName(property: string): boolean {
  return /(status|state|situacao|situacion|estado|fase|phase|stage|etapa)$/.test(lettersOf(property));
}

/** The first state of a record among values of any kind; undefined where none of them is one. */
export function findFirstOf(values: unknown[]): string | undefined {
  return findFirstState(readStates(values.filter((value) => typeof value === 'string')));
}

/** The state in which a record begins: one that says so, else the first that is no end. */
export function findFirstState(states: State[]): string | undefined {
  const ofKind = (kind: string) =>
    states.find(({ name }) => kindOf(name) === kind && !/unspecified|unknown/.test(name));
  return (ofKind('first') ?? ofKind('other'))?.value;
}

/** The letters and digits of a name, without accents and case. */
export function lettersOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
