// `BEFORE=<folder> npm run bench:before`: this checkout and that of an earlier commit, installed and built, in turn; what a change
// costs at each of many moments, so that other load on the machine affects both. It prints and asserts nothing.
import { resolve } from 'node:path';
import { ensureSite } from '../scripts/ensure-site.mjs';
import { CONNECTIONS, create, median, readOne } from './loads.ts';
import { startCais } from './targets.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 10);
const SECONDS = 3;

if (!process.env.BEFORE) throw new Error('Name the checkout of an earlier commit: BEFORE=<folder>.');
await ensureSite();
const now = await startCais('now');
const before = await startCais('before', { checkout: resolve(process.env.BEFORE) });
try {
  console.log(
    `${ROUNDS} pairs of ${SECONDS} s, ${CONNECTIONS} connections; requests a second, median, and the median of the ratios`,
  );
  for (const [name, load] of [
    ['GET by id', readOne],
    ['POST', create],
  ] as const) {
    const rates: { now: number; before: number }[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = { now: 0, before: 0 };
      for (const target of round % 2 === 0 ? [now, before] : [before, now])
        pair[target === now ? 'now' : 'before'] = await load(target, SECONDS);
      // The first pair warms up.
      if (round > 0) rates.push(pair);
    }
    const ratios = rates.map((pair) => pair.now / pair.before).sort((a, b) => a - b);
    const [low, high] = [0.25, 0.75].map((share) => ratios[Math.floor(share * ratios.length)]?.toFixed(3));
    const [own, earlier] = [rates.map((pair) => pair.now), rates.map((pair) => pair.before)]
      .map(median)
      .map(Math.round);
    console.log(
      `${name.padEnd(10)} now ${own}, before ${earlier}: ${median(ratios).toFixed(3)} (half of the pairs: ${low} to ${high})`,
    );
  }
} finally {
  await Promise.all([now.end(), before.end()]);
}
