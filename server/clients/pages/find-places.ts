import type { Told } from '../runtime/description.ts';
import { probe } from './probe-page.ts';

/** Where a page of the probe tells what; `firstTold` is the number that the first page would have. */
export interface Places {
  places: Partial<Record<Told, string[]>>;
  firstTold?: number;
}

/** Finds in headers or in a body what the probe's numbers mean. The first place of each wins. */
export function findPlaces(written: unknown): Places {
  const found: Places = { places: {} };
  walk(written, [], (path, value) => {
    const [what, firstTold] = meaningOf(value, path.at(-1) === 'href' ? (path.at(-2) ?? '') : (path.at(-1) ?? ''));
    if (!what || found.places[what]) return;
    found.places[what] = path;
    if (firstTold !== undefined) found.firstTold = firstTold;
  });
  return found;
}

function walk(node: unknown, path: string[], visit: (path: string[], value: unknown) => void): void {
  if (typeof node !== 'object' || node === null) visit(path, node);
  else if (!Array.isArray(node)) for (const [name, inner] of Object.entries(node)) walk(inner, [...path, name], visit);
}

function meaningOf(value: unknown, name: string): [what?: Told, firstTold?: number] {
  if (value === true) return /more|next|mais|prox/i.test(name) ? ['more'] : [];
  const { pageNumber, pages, limit, total, cursor, url } = probe;
  switch (String(value)) {
    case String(pageNumber):
      return ['current', 1];
    case String(pageNumber - 1):
      return ['current', 0];
    case String(pageNumber + 1):
      return ['nextNumber'];
    case String(pages):
      return ['pages'];
    case String(limit):
      return ['perPage'];
    case String(total):
      return ['total'];
    case cursor:
      return ['cursor'];
  }
  const isUrl = typeof value === 'string' && value.startsWith(url);
  return isUrl && /^(next|prox|seguinte)/i.test(name.replace(/[^A-Za-z]/g, '')) ? ['nextUrl'] : [];
}
