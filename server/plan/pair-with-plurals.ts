import { singularOf } from './names.ts';

/** Items at `/thing/{id}`, where nothing is at `/thing`, belong to `/things`. */
export function pairWithPlurals(items: Map<string, string>, byPlace: Map<string, unknown>): void {
  const alone = [...items].filter(([place]) => !byPlace.has(place));
  if (alone.length === 0) return;
  const plurals = new Map(
    [...byPlace.keys()].filter((place) => !place.endsWith('{}')).map((place) => [singularPlace(place), place]),
  );
  for (const [place, item] of alone) {
    const plural = plurals.get(place.toLowerCase());
    if (plural === undefined || items.has(plural)) continue;
    items.delete(place);
    items.set(plural, item);
  }
}

function singularPlace(place: string): string {
  const name = place.slice(place.lastIndexOf('/') + 1);
  return `${place.slice(0, place.length - name.length)}${singularOf(name)}`.toLowerCase();
}
