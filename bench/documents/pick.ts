/** A seeded random number generator in [0, 1) (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks `count` documents by a seed, at most `perProvider` of each provider: three providers have two thirds of all documents. */
export function pick<T extends { provider: string }>(all: T[], seed: number, count: number, perProvider = 2): T[] {
  const next = random(seed);
  const order = all.map((item) => ({ item, rank: next() })).sort((a, b) => a.rank - b.rank);
  const taken = new Map<string, number>();
  const picked: T[] = [];
  for (const { item } of order) {
    const soFar = taken.get(item.provider) ?? 0;
    if (picked.length === count) break;
    if (soFar >= perProvider) continue;
    taken.set(item.provider, soFar + 1);
    picked.push(item);
  }
  return picked;
}
