// `npm run bench:requests -- [seed] [count]`: sends so many random requests to the project's APIs and to two documents without
// a profile, and prints what was answered and which promises were broken. The same seed sends the same requests.
import type { ServedApi } from '../server/plan/served-api.ts';
import { type Played, playRandomly } from '../server/testing/random/play-randomly.ts';
import { startTestPortal } from '../server/testing/test-portal.ts';
import { allSpecs } from '../server/testing/test-specs.ts';

const [seed = Math.floor(Math.random() * 1_000_000), count = 100_000] = process.argv.slice(2).map(Number);
const slugs = ['notas', 'gestor', 'recebiveis', 'crm', 'platform', 'train-travel', 'biblioteca'];
const patience = 5;

console.log(`Seed ${seed}, ${count} requests\n`);
const portal = await startTestPortal({ env: { SPECS_PATH: allSpecs(), GUESTS_PER_HOUR: '1000000' } });
let broken = 0;
for (const slug of slugs) {
  const began = performance.now();
  const played = await play(portal.context.apis.get(slug) as ServedApi, Math.ceil(count / slugs.length));
  const statuses = [...played.statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${slug.padEnd(14)}${String(played.requests).padStart(7)} in ${seconds} s: ${statuses.join(', ')}`);
}
console.log(`\n${broken} broken promises (none)`);
await portal.close();

/** Goes on behind a promise that is broken: the next one may be another. */
async function play(api: ServedApi, requests: number): Promise<Played> {
  const all: Played = { requests: 0, statuses: new Map() };
  for (let breaches = 0; all.requests < requests && breaches < patience; ) {
    try {
      await playRandomly(portal, api, {
        seed: seed + breaches * 1_000_000,
        requests: requests - all.requests,
        played: all,
      });
    } catch (error) {
      breaches++;
      broken++;
      const { message, cause } = error as Error;
      console.log(
        `${api.slug}: ${(cause as Error | undefined)?.message ?? message}\n  ${/\{ seed.*\}/.exec(message)?.[0] ?? ''}\n`,
      );
    }
  }
  return all;
}
