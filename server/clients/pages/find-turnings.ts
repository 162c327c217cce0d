import type { PageRequest, Pager } from '../../dialect/pagination/pager.ts';
import type { Turning } from '../runtime/description.ts';
import { probe, probeQueries } from './probe-page.ts';

/** How a list is asked for other pages: one way, or several if the pager has more than one spelling. */
export function findTurnings(pager: Pager): Turning[] {
  const first = pager.read({});
  const spellings = new Set<Pager | undefined>([first.spelling]);
  for (const parameter of pager.parameters) spellings.add(read(pager, { [parameter]: '1' })?.spelling);
  return [...spellings].map((spelling) => turningOf(pager, spelling));
}

/** Some pagers refuse a cursor that is not one. */
function read(pager: Pager, query: Record<string, string>): PageRequest | undefined {
  try {
    return pager.read(query);
  } catch {
    return undefined;
  }
}

/** What each parameter means, by what the pager writes into it for the page after the probe. */
function turningOf(pager: Pager, spelling: Pager | undefined): Turning {
  const queries = probeQueries(pager, spelling);
  const turning: Turning = {};
  for (const [name, value] of Object.entries(queries.next ?? {})) {
    if (value === String(probe.limit)) turning.size = name;
    else if (value === String(probe.offset + probe.limit)) turning.offset = name;
    else if (value === probe.cursor) turning.cursor = name;
    else {
      turning.number = name;
      turning.first = Number(queries.first?.[name] ?? 1);
    }
  }
  turning.byDefault = (spelling ?? pager).read({}).limit;
  return turning;
}
