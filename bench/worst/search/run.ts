// `npm run bench:worst:search -- [seed] [seconds for each document] [slug]`: looks for requests that hold the server. fast-check
// makes requests to each document, the slowest are kept and changed, and the worst of all are printed with their recipes.
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { type ApiDocument, loadApi } from '../../../server/openapi/load-api.ts';
import { writeSpecs } from '../../../server/testing/test-specs.ts';
import { seededRandom } from '../../seeded-random.ts';
import { hostileDocument } from '../hostile-document.ts';
import { type Attack, startWatchedServer } from '../server.ts';
import { arbitraryRecipe } from './arbitrary-recipe.ts';
import { mutate } from './mutate.ts';
import type { Recipe } from './recipe.ts';
import { knownOf, requestOf } from './request-of.ts';

/** How many of the slowest are kept and changed; how often a slow one is sent again, since other things slow it down, too. */
const kept = 24;
const again = 5;
/** Requests with one key: what they store must not make the later ones slow. */
const perKey = 150;

interface Found {
  recipe: Recipe;
  request: Attack;
  /** The shortest of its longest holds, in milliseconds. */
  hold: number;
  status: number;
}

const [seed = 1, seconds = 60] = process.argv.slice(2).map(Number);
const wanted = process.argv[4] ?? '';
const hostile = writeSpecs({ worst: { 'openapi.yaml': hostileDocument } });
const folders = [
  ...['notas', 'gestor', 'recebiveis', 'crm', 'platform'].map((slug) => join('specs', slug)),
  'e2e/specs/biblioteca',
  join(hostile, 'worst'),
];
const server = await startWatchedServer(['specs', 'e2e/specs', hostile].join(delimiter));
console.log(`Seed ${seed}, ${seconds} s for each document\n`);
const all: Found[] = [];
try {
  for (const folder of folders) {
    const api = withoutStreams(await loadApi(folder));
    if (api.slug.includes(wanted)) all.push(...(await search(api)));
  }
} finally {
  await server.end();
}
for (const { hold, status, request, recipe } of all.sort((a, b) => b.hold - a.hold).slice(0, 10)) {
  const size = ((request.path.length + (request.body?.length ?? 0)) / 1000).toFixed(1);
  console.log(
    `${hold.toFixed(0)} ms, ${status}, ${size} kB: ${request.method} ${request.path.slice(0, 100)}\n  ${JSON.stringify(recipe).slice(0, 1500)}\n`,
  );
}

/** Streams of events never end. */
function withoutStreams(api: ApiDocument): ApiDocument {
  const isStream = ({ responses }: ApiDocument['operations'][number]) =>
    Object.values(responses).some(({ content = {} }) => 'text/event-stream' in content);
  return { ...api, operations: api.operations.filter((operation) => !isStream(operation)) };
}

/** The slowest requests to one document that are found in the time. */
async function search(api: ApiDocument): Promise<Found[]> {
  const random = seededRandom(seed);
  const recipes = fc.sample(arbitraryRecipe(knownOf(api)), { seed, numRuns: 20_000 });
  const slowest: Found[] = [];
  const statuses = new Map<number, number>();
  const end = performance.now() + seconds * 1000;
  let key = '';
  let sent = 0;
  for (; performance.now() < end; sent++) {
    if (sent % perKey === 0) key = await server.guest();
    const fresh = recipes[sent % recipes.length] as Recipe;
    const parent = slowest[Math.floor(random() * slowest.length)];
    const recipe = parent && random() < 0.6 ? mutate(parent.recipe, fresh, random) : fresh;
    const request = requestOf(api, recipe);
    const { hold, status } = await measure(request, key);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) console.log(`${status} for ${request.method} ${request.path}\n  ${JSON.stringify(recipe)}`);
    if (slowest.length === kept && hold <= (slowest.at(-1)?.hold ?? 0)) continue;
    let least = hold;
    for (let time = 1; time < again; time++) least = Math.min(least, (await measure(request, key)).hold);
    slowest.push({ recipe, request, hold: least, status });
    slowest.sort((a, b) => b.hold - a.hold).splice(kept);
  }
  const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`);
  console.log(`${api.slug}: ${sent} requests, worst ${slowest[0]?.hold.toFixed(0)} ms; ${counted.join(', ')}`);
  return slowest.slice(0, 3);
}

async function measure(request: Attack, key: string): Promise<{ hold: number; status: number }> {
  await server.longestHold();
  const { status } = await server.send(request, key);
  return { hold: await server.longestHold(), status };
}
