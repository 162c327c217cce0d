import { plain } from '../names.ts';
import { ending, kindOf, meanings, participle, reviving } from './state-words.ts';

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
  return /(status|state|situacao|situação|estado|fase|phase|stage|etapa)$/.test(plain(property));
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

/** The state that an action leads to, by its verb; undefined where none is meant by it. */
export function findStateAfter(verb: string, states: State[]): State | undefined {
  const called = lettersOf(verb);
  const marked = called.replace(/^(mark|set|make|move)(as|to)?/, '');
  const same = states.find(({ name }) => name === called || (name === marked && marked !== ''));
  if (same) return same;
  const stem = called.replace(/(e|ar|er|ir|y)$/, '');
  const past = states.find(({ name }) => name.startsWith(stem) && participle.test(name.slice(stem.length)));
  if (past && stem.length > 2) return past;
  const [, meant = []] = meanings.find(([verbs]) => verbs.test(called)) ?? [];
  // What is under way is not there yet.
  const settled = [...states].sort((a, b) => Number(isUnderWay(a)) - Number(isUnderWay(b)));
  return meant.map((each) => settled.find(({ name }) => each.test(name))).find(Boolean);
}

/**
 * The states from which an action is open: an end is left only by verbs that say so, and nobody reaches it twice. Where a verb is none of
 * these, it is open from all.
 */
export function statesBefore(verb: string, to: State, states: State[]): string[] {
  const called = lettersOf(verb);
  const isEnd = (state: State) => /^(done|dead)$/.test(kindOf(state.name));
  const isOpen = (state: State) => {
    if (state === to) return !isEnd(to);
    if (reviving.test(called)) return true;
    const kind = kindOf(state.name);
    return kind === 'done' ? !ending.test(called) : kind !== 'dead';
  };
  return states.filter(isOpen).map(({ value }) => value);
}

function isUnderWay({ name }: State): boolean {
  return /(ing|and[oa]|end[oa])$/.test(name);
}

function lettersOf(name: string): string {
  return plain(name.normalize('NFD').replace(/\p{M}/gu, ''));
}
