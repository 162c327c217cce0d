/** Changes one random part of a recipe: a number becomes larger or smaller, another part is taken from a fresh one. */
export function mutate<T>(recipe: T, fresh: T, random: () => number): T {
  const copy = structuredClone(recipe);
  const places = [...placesIn(copy)];
  const place = places[Math.floor(random() * places.length)];
  if (!place) return fresh;
  const [owner, key] = place;
  const now = owner[key];
  if (typeof now === 'number' && random() < 0.7) {
    owner[key] = Math.min(1_000_000, Math.round(now * (0.25 + random() * 3.75)) + Math.floor(random() * 2));
    return copy;
  }
  const others = [...placesIn(fresh)].filter(([other, name]) => name === key && shapeOf(other[name]) === shapeOf(now));
  const other = others[Math.floor(random() * others.length)];
  if (other) owner[key] = other[0][other[1]];
  return copy;
}

/** Parts of one shape can replace each other. */
function shapeOf(part: unknown): string {
  if (typeof part !== 'object' || part === null || Array.isArray(part))
    return Array.isArray(part) ? 'list' : typeof part;
  return 'kind' in part ? 'value' : Object.keys(part).sort().join();
}

type Owner = Record<string, unknown>;

function* placesIn(value: unknown): Generator<[owner: Owner, key: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (key !== 'kind') yield [value as Owner, key];
    yield* placesIn(part);
  }
}
