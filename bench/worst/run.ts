// `npm run bench:worst [-- <words of a name>]`: sends the slowest small requests that are known to a real server, and prints for
// how long each held the server's event loop and how long others waited meanwhile. Figures, never a test.
import { delimiter } from 'node:path';
import { writeSpecs } from '../../server/testing/test-specs.ts';
import { attacks } from './attacks.ts';
import { hostileDocument } from './hostile-document.ts';
import { type Attack, startWatchedServer, type WatchedServer } from './server.ts';

/** Milliseconds. */
const BUDGET = { hold: 50, others: 100 };
/** How often each request is sent, one after the other: enough for the compiler to warm up. */
const TIMES = 8;

interface Measured {
  name: string;
  status: number;
  sent: number;
  received: number;
  /** The shortest of the longest holds: what else runs on the machine only lengthens them. */
  hold: number;
  /** The 99th percentile of others' small requests. */
  others: number;
}

const wanted = process.argv.slice(2).join(' ');
const specs = ['specs', 'e2e/specs', writeSpecs({ worst: { 'openapi.yaml': hostileDocument } })].join(delimiter);
const server = await startWatchedServer(specs);
try {
  const idle = await measure(server, {
    name: 'nothing: a small request',
    method: 'GET',
    path: '/platform/v1/workspace',
  });
  const all = [idle];
  for (const attack of attacks) if (attack.name.includes(wanted)) all.push(await measure(server, attack));
  console.log(`budgets: ${BUDGET.hold} ms for the event loop, ${BUDGET.others} ms for the p99 of others\n`);
  console.log('   hold ×budget   p99 ×budget  status    sent  received');
  for (const measured of all.toSorted((a, b) => b.hold - a.hold)) console.log(lineOf(measured));
  const over = all.filter(({ hold, others }) => hold > BUDGET.hold || others > BUDGET.others);
  console.log(`\n${over.length} of ${all.length} above a budget`);
} finally {
  await server.end();
}

/** Sends a request several times, each caller with a workspace of its own, while another caller goes on with small ones. */
async function measure({ guest, send, longestHold }: WatchedServer, attack: Attack): Promise<Measured> {
  const [key, other] = await Promise.all([guest(), guest()]);
  const small = { method: 'GET', path: '/platform/v1/workspace' };
  let status = 0;
  let received = 0;
  const holds: number[] = [];
  const waits: number[] = [];
  let isOver = false;
  const others = (async () => {
    while (!isOver) waits.push((await send(small, other)).milliseconds);
  })();
  for (let time = 0; time < TIMES; time++) {
    await longestHold();
    ({ status, bytes: received } = await send(attack, key));
    holds.push(await longestHold());
  }
  isOver = true;
  await others;
  waits.sort((a, b) => a - b);
  const sent = attack.path.length + (attack.body ? Buffer.byteLength(attack.body) : 0);
  const p99 = waits[Math.floor(waits.length * 0.99)] ?? 0;
  return { name: attack.name, status, sent, received, hold: Math.min(...holds), others: p99 };
}

function lineOf({ name, status, sent, received, hold, others }: Measured): string {
  const figures = [
    `${hold.toFixed(0)} ms`.padStart(7),
    (hold / BUDGET.hold).toFixed(2).padStart(7),
    `${others.toFixed(0)} ms`.padStart(9),
    (others / BUDGET.others).toFixed(2).padStart(7),
    String(status).padStart(7),
    kilobytes(sent).padStart(8),
    kilobytes(received).padStart(9),
  ];
  return `${figures.join(' ')}  ${name}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
