import type { Pager } from './pager.ts';

/** Combines two pagers: the second applies if one of its parameters was sent, else the first. */
export function eitherPager(first: Pager, second: Pager): Pager {
  const isSecond = (query: Record<string, unknown>) => second.parameters.some((name) => query[name] !== undefined);
  return {
    name: {
      en: `${first.name.en}, or ${second.name.en}`,
      pt: `${first.name.pt}, ou ${second.name.pt}`,
    },
    parameters: [...first.parameters, ...second.parameters],
    read: (query) => (isSecond(query) ? { ...second.read(query), spelling: second } : first.read(query)),
    queries: (facts) => (facts.spelling === second ? second : first).queries(facts),
    headers: first.headers ?? second.headers,
  };
}
