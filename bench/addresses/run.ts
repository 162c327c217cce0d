// `npm run bench:addresses -- [seed] [count]`: asks a portal for what it tells of, for what its pages link to, and for
// misspelled addresses, in all methods, and prints the statuses and what must never be: a 5xx, a redirect to another
// origin, a stack, a header that a caller made, no response at all.
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSite } from '../../scripts/ensure-site.mjs';
import { startPortal } from '../../scripts/portal-process.ts';
import { seededRandom } from '../seeded-random.ts';
import { basic } from '../targets.ts';
import { findAddresses, linksOf } from './find-addresses.ts';
import { misspell } from './misspell.ts';

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const [seed = Math.floor(Math.random() * 1_000_000), count = 5_000] = process.argv.slice(2).map(Number);
const atOnce = 8;
const patience = 30_000;
/** A line of V8's stack traces, also within JSON. */
const frame = /(\n|\\n)\s+at [^\n]{0,300}:\d+:\d+\)?(\n|\\n|"|$)/;
const methods = ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
const random = seededRandom(seed);
const one = <T>(items: T[]) => items[Math.floor(random() * items.length)] as T;

await ensureSite();
const folder = mkdtempSync(join(tmpdir(), 'cais-bench-'));
const portal = await startPortal({ DATA_DIR: folder, DATABASE_URL: '', LIMITS: 'off', LOG_LEVEL: 'error' });
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const guest = JSON.parse((await ask('POST', '/platform/v1/guest_workspaces')).body);
const keys = [{}, basic(guest.api_key.secret), { authorization: `Bearer ${guest.api_key.secret}` }];

const known = await findAddresses(async (path) => (await ask('GET', path)).body);
const told = known.length;
const asked = new Set<string>();
const statuses = new Map<number, number>();
const faults: string[] = [];
console.log(`Seed ${seed}, ${count} addresses, ${told} of them told by the portal\n`);
await Promise.all(Array.from({ length: atOnce }, crawl));
await portal.end();
if (portal.output().includes('"level":')) faults.push(`The log has errors:\n${portal.output().slice(0, 4000)}`);
rmSync(folder, { recursive: true, force: true });

const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`);
console.log(`${asked.size} addresses, ${known.length - told} of them found in pages: ${counted.join(', ')}`);
console.log(`\n${faults.length} faults (none)\n${faults.slice(0, 20).join('\n')}`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** First what is known, in order, then what is misspelled. */
async function crawl(): Promise<void> {
  while (asked.size < count) {
    const next = known.find((path) => !asked.has(path));
    const path = next ?? misspell(one(known), random);
    if (asked.has(path)) continue;
    asked.add(path);
    const method = next || random() < 0.7 ? 'GET' : one(methods);
    await check(method, path).catch((error: Error) => faults.push(`${method} ${path}: ${error.message}`));
  }
}

async function check(method: string, path: string): Promise<void> {
  const { status, headers, body } = await ask(method, path, one(keys));
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const { origin } = portal;
  const told = (fault: string) => faults.push(`${method} ${path}: ${status}, ${fault}`);
  if (status >= 500) told(body.slice(0, 200));
  const base = path.startsWith('/') ? origin + path : origin;
  if (headers.location && new URL(headers.location, base).origin !== origin) told(`leads to ${headers.location}`);
  if (headers['x-injected']) told('has a header of the caller');
  if (frame.test(body)) told('shows a stack');
  if (method === 'GET' && status === 200 && String(headers['content-type']).startsWith('text/html'))
    for (const link of linksOf(body)) if (!known.includes(link)) known.push(link);
}

/** Sends the path as it is: fetch would tidy it up. */
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(portal.origin);
    const signal = AbortSignal.timeout(patience);
    const sent = request({ hostname, port, agent, method, path, headers, signal }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => (body += text));
      const answer = () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      response.on('end', answer);
      // It has no end.
      if (response.headers['content-type']?.startsWith('text/event-stream')) {
        answer();
        sent.destroy();
      }
      response.on('error', reject);
    });
    sent.on('error', reject).end();
  });
}
