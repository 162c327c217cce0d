import type { EventType } from '../../generated/platform/types.gen.ts';

/** Whether the names that were chosen (`*`, `notas:*`, `notas:document_success`) hold this one. */
export function isChosen(chosen: string[], name: string): boolean {
  return chosen.includes(name) || chosen.includes('*') || chosen.includes(`${apiOf(name)}:*`);
}

/** Takes a name in or out. What was held by a name for many stays, one by one, without the one that goes. */
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

/** The types by API, in the order in which they come. */
export function groupByApi(eventTypes: EventType[]): [api: string, types: EventType[]][] {
  return [...Map.groupBy(eventTypes, ({ api }) => api)];
}

function apiOf(name: string): string {
  return name.split(':')[0] ?? '';
}
