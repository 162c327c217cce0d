import type { EventType } from '../../generated/platform/types.gen.ts';

/** Whether the chosen patterns (`*`, `shop:*`, `shop:order_sent`) include this type. */
export function isChosen(chosen: string[], name: string): boolean {
  return chosen.includes(name) || chosen.includes('*') || chosen.includes(`${apiOf(name)}:*`);
}

/** Adds or removes a type or pattern. Removing a type from a wildcard replaces the wildcard with the remaining types. */
export function chooseType(eventTypes: EventType[], chosen: string[], name: string, wanted: boolean): string[] {
  if (name === '*') return wanted ? ['*'] : [];
  const api = apiOf(name);
  const isAll = name === `${api}:*`;
  const types = eventTypes.flatMap((type) => (type.api === api ? type.name : []));
  const others = chosen.filter((each) => apiOf(each) !== api);
  if (isAll) return wanted ? [...others, name] : others;
  const mine = types.filter((each) => (each === name ? wanted : isChosen(chosen, each)));
  return [...others, ...mine];
}

/** Groups the types by API, in their original order. */
export function groupByApi(eventTypes: EventType[]): [api: string, types: EventType[]][] {
  return [...Map.groupBy(eventTypes, ({ api }) => api)];
}

function apiOf(name: string): string {
  return name.split(':')[0] ?? '';
}
