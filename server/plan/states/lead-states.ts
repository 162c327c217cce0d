import { lettersOf, type State } from '../../openapi/states/read-states.ts';
import { kindOf } from '../../openapi/states/state-kinds.ts';
import { ending, meanings, participle, reviving } from './state-words.ts';

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
