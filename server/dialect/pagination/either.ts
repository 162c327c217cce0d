import { say } from '../../answers/say.ts';
import type { Pager } from './pager.ts';

/** Combines two pagers: the second applies if one of the parameters that it has alone was sent, else the first. */
export function eitherPager(first: Pager, second: Pager): Pager {
  const isSecond = (query: Record<string, unknown>) =>
    second.parameters.some((name) => !first.parameters.includes(name) && query[name] !== undefined);
  return {
    name: say('conventions.either', { first: first.name, second: second.name }),
    parameters: [...new Set([...first.parameters, ...second.parameters])],
    marks: [...first.marks, ...second.marks],
    read: (query) => (isSecond(query) ? { ...second.read(query), spelling: second } : first.read(query)),
    queries: (facts) => (facts.spelling === second ? second : first).queries(facts),
    headers: first.headers ?? second.headers,
  };
}
