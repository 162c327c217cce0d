import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { basic } from '../targets.ts';

/** Attackers and others come from different addresses of this machine (Linux has all of 127.0.0.0/8). */
const other = '127.0.0.2';
const seconds = 20;
const connections = 2000;
/** Milliseconds: the p99 of others, and how long one may wait at all. */
const budget = { p99: 100, patience: 10_000 };

/** Attacks with slow headers, bodies and readers, ranges, and idle connections; returns where others were not served in time. */
export async function attackSlowly(origin: string): Promise<string[]> {
  const response = await fetch(`${origin}/platform/v1/guest_workspaces`, { method: 'POST' });
  const { api_key } = (await response.json()) as { api_key: { secret: string } };
  const many = ['-c', String(connections), '-r', '500', '-l', String(seconds), '-p', '3'];
  const page = `${origin}/downloads/notas/openapi.yaml`;
  const post = `${origin}/platform/v1/guest_workspaces`;
  const attacks: Record<string, () => Promise<unknown>> = {
    nothing: () => sleep(5000),
    'slow headers': () => slowhttptest(['-H', ...many, '-i', '5', '-u', post]),
    'slow bodies': () => slowhttptest(['-B', ...many, '-i', '5', '-s', '100000', '-t', 'POST', '-u', post]),
    'slow bodies of JSON': () =>
      slowhttptest(['-B', ...many, '-i', '2', '-f', 'application/json', '-u', `${origin}/sandbox/notas/v1/customers`]),
    'slow readers': () =>
      slowhttptest(['-X', ...many, '-n', '1', '-w', '1', '-y', '64', '-z', '5', '-k', '3', '-u', page]),
    ranges: () => slowhttptest(['-R', ...many, '-a', '1', '-b', '3000', '-t', 'GET', '-u', page]),
    'idle connections': () => stayIdle(origin),
  };
  const faults: string[] = [];
  for (const [name, attack] of Object.entries(attacks)) {
    const { waits, statuses } = await serveOthers(origin, basic(api_key.secret), attack());
    waits.sort((a, b) => a - b);
    const p99 = waits[Math.floor(waits.length * 0.99)] ?? 0;
    const counted = [...statuses].map(([status, times]) => `${status} × ${times}`).join(', ');
    console.log(
      `${name.padEnd(20)} others: ${counted}; p99 ${p99.toFixed(0)} ms, longest ${waits.at(-1)?.toFixed(0)} ms`,
    );
    if ([...statuses.keys()].some((status) => status !== 200)) faults.push(`${name}: others got ${counted}`);
    if (p99 > budget.p99) faults.push(`${name}: p99 of others ${p99.toFixed(0)} ms`);
  }
  return faults;
}

/** Asks for something small, again and again, until an attack is over. */
async function serveOthers(origin: string, headers: Record<string, string>, attack: Promise<unknown>) {
  let isOver = false;
  attack.finally(() => {
    isOver = true;
  });
  const statuses = new Map<number, number>();
  const waits: number[] = [];
  while (!isOver) {
    const began = performance.now();
    const status = await ask(`${origin}/sandbox/notas/v1/customers`, headers).catch(() => 0);
    waits.push(performance.now() - began);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    await sleep(10);
  }
  return { waits, statuses };
}

/** The status; on a new connection each time, since that is what an attack wants to prevent. */
function ask(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { localAddress: other, agent: false, timeout: budget.patience, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.once('error', reject).once('timeout', () => sent.destroy(new Error('no response')));
    sent.end();
  });
}

async function slowhttptest(options: string[]): Promise<void> {
  await once(spawn('slowhttptest', options, { stdio: 'ignore' }), 'exit');
}

async function stayIdle(origin: string): Promise<void> {
  const { port } = new URL(origin);
  const sockets = Array.from({ length: connections }, () => connect(Number(port), '127.0.0.1').on('error', () => {}));
  await sleep(seconds * 1000);
  for (const socket of sockets) socket.destroy();
}
