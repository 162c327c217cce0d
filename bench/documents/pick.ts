import { seededRandom } from '../seeded-random.ts';

/** Picks `count` documents by a seed, at most `perProvider` of each provider: three providers have two thirds of all documents. */
export function pick<T extends { provider: string }>(all: T[], seed: number, count: number, perProvider = 2): T[] {
  const next = seededRandom(seed);
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
