// `npm run bench:requests -- [seed] [count]`: sends random requests to the project's APIs and to two documents without
// a profile, and prints the statuses and all contract violations. The same seed sends the same requests.
import type { ServedApi } from '../server/plan/served-api.ts';
import { type RequestStats, sendRandomRequests } from '../server/testing/random/send-random-requests.ts';
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
  const stats = await play(portal.context.apis.get(slug) as ServedApi, Math.ceil(count / slugs.length));
  const statuses = [...stats.statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${slug.padEnd(14)}${String(stats.requests).padStart(7)} in ${seconds} s: ${statuses.join(', ')}`);
}
console.log(`\n${broken} violations (none)`);
await portal.close();

/** Continues after a violation, to find others. */
async function play(api: ServedApi, requests: number): Promise<RequestStats> {
  const all: RequestStats = { requests: 0, statuses: new Map() };
  for (let breaches = 0; all.requests < requests && breaches < patience; ) {
    try {
      await sendRandomRequests(portal, api, {
        seed: seed + breaches * 1_000_000,
        requests: requests - all.requests,
        stats: all,
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
