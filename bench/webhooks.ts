// `npx node bench/webhooks.ts`: webhook latency and maximum throughput. It prints and asserts nothing.
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { lockWorkspace } from '../server/db/lock-workspace.ts';
import { openDatabase } from '../server/db/open-database.ts';
import { publishEvent } from '../server/events/publish-event.ts';
import { startPostgres } from '../server/testing/postgres-server.ts';
import { type Receiver, startReceiver } from '../server/testing/receiver.ts';
import { endOf, onlySpecs, startServerProcess } from '../server/testing/server-process.ts';
import { temporaryFolder } from '../server/testing/test-specs.ts';

const PER_SECOND = Number(process.env.PER_SECOND ?? 200);
const SECONDS = 10;
/** Not counted: a newly started server is slower. */
const WARM_UP_SECONDS = 3;
const BACKLOG = 20_000;
const ENDPOINTS = 4;

/** A sale in the CRM: each creation causes exactly one event. */
const sales = '/sandbox/crm/v2/oportunidades';
const sale = { cliente: 'Padaria Trigo Novo Ltda', responsavel_id: 2, valor: { quantia: '1500.00', moeda: 'BRL' } };
const created = 'oportunidade_cadastrada';

/** A keep-alive pool of fifty connections, so that callers do not wait for each other. */
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const receiver = await startReceiver();
const postgres = await startPostgres();
try {
  await latency('SQLite', {});
  await saturation('SQLite, one process', {}, 1);
  await saturation('PostgreSQL, three processes', { DATABASE_URL: postgres.url }, 3);
} finally {
  agent.destroy();
  await receiver.close();
  await postgres.stop();
}

function environment(env: Record<string, string>): Record<string, string> {
  const DATA_DIR = temporaryFolder();
  const KEY_PEPPERS = `1:${Buffer.alloc(32, 7).toString('base64')}`;
  const SPECS_PATH = onlySpecs('crm', 'platform');
  return {
    DATA_DIR,
    DATABASE_URL: `${DATA_DIR}/cais.db`,
    KEY_PEPPERS,
    SPECS_PATH,
    WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
    GUEST_DELIVERIES_PER_MINUTE: '0',
    ...env,
  };
}

/** Measures the time from sending a sale to the event's arrival, which includes the API call itself. */
async function latency(name: string, env: Record<string, string>): Promise<void> {
  const server = await startServerProcess(environment(env));
  const key = await prepare(server.origin, receiver, 1);
  const arrived = new Map<string, number>();
  receiver.respond = (_request, response, { body, at }) => {
    arrived.set(/"titulo":"(.*?)"/.exec(body)?.[1] ?? '', at);
    response.end();
  };
  const sent = new Map<string, number>();
  const began = Date.now();
  const calls: Promise<unknown>[] = [];
  for (let count = 0; count < PER_SECOND * (WARM_UP_SECONDS + SECONDS); count++) {
    await wait(Math.max(began + (count * 1000) / PER_SECOND - Date.now(), 0));
    const titulo = `Venda ${count}`;
    sent.set(titulo, Date.now());
    calls.push(post(server.origin + sales, { authorization: `Bearer ${key}` }, { ...sale, titulo }));
  }
  await Promise.all(calls);
  const rate = calls.length / ((Date.now() - began) / 1000);
  for (let waited = 0; arrived.size < sent.size && waited < 100; waited++) await wait(100);
  const counted = [...sent].filter(([, at]) => at >= began + WARM_UP_SECONDS * 1000);
  const took = counted
    .map(([title, at]) => (arrived.get(title) ?? Number.POSITIVE_INFINITY) - at)
    .sort((a, b) => a - b);
  const share = (part: number) => took[Math.floor(took.length * part)];
  console.log(
    `${name}: ${rate.toFixed(0)} events a second, from call to arrival: median ${share(0.5)} ms, p95 ${share(0.95)} ms (budget 130), p99 ${share(0.99)} ms`,
  );
  server.child.kill('SIGTERM');
  await endOf(server);
}

/** Measures how fast a backlog is delivered. */
async function saturation(name: string, env: Record<string, string>, processes: number): Promise<void> {
  const shared = environment(env);
  const first = await startServerProcess(shared);
  await prepare(first.origin, receiver, ENDPOINTS);
  first.child.kill('SIGTERM');
  await endOf(first);
  await fill(shared.DATABASE_URL as string);
  const times: number[] = [];
  receiver.respond = (_request, response) => {
    times.push(performance.now());
    response.end();
  };
  const servers = await Promise.all(Array.from({ length: processes }, () => startServerProcess(shared)));
  for (let before = -1; times.length < BACKLOG && times.length !== before; ) {
    before = times.length;
    await wait(2000);
  }
  // Processes start at different times, so measure the middle part.
  const [from, to] = [times[Math.floor(times.length * 0.2)] ?? 0, times[Math.floor(times.length * 0.8)] ?? 0];
  console.log(
    `${name}: ${((times.length * 0.6) / ((to - from) / 1000)).toFixed(0)} deliveries a second (${times.length} of ${BACKLOG})`,
  );
  for (const { child } of servers) child.kill('SIGTERM');
  await Promise.all(servers.map((server) => endOf(server)));
}

async function prepare(origin: string, { url }: Receiver, endpoints: number): Promise<string> {
  const { api_key } = (await post(`${origin}/platform/v1/guest_workspaces`, {}, {})) as { api_key: { secret: string } };
  const authorization = `Bearer ${api_key.secret}`;
  const body = { url, event_types: [`crm:${created}`] };
  for (let count = 0; count < endpoints; count++)
    await post(`${origin}/platform/v1/webhook_endpoints`, { authorization }, body);
  return api_key.secret;
}

async function fill(url: string): Promise<void> {
  const db = await openDatabase(url);
  const { workspace_id: workspaceId } = await db
    .selectFrom('webhook_endpoint')
    .select('workspace_id')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  const createdAt = new Date().toISOString();
  const event = {
    workspaceId,
    api: 'crm',
    type: created,
    store: 'oportunidades',
    recordId: '1',
    createdAt,
  };
  for (let done = 0; done < BACKLOG / ENDPOINTS; done += 100)
    await db.transaction().execute(async (transaction) => {
      await lockWorkspace(transaction, workspaceId);
      for (let count = 0; count < 100; count++) await publishEvent(transaction, { ...event, payload: { ...sale } });
    });
  await db.destroy();
}

async function post(url: string, headers: Record<string, string>, body: unknown): Promise<unknown> {
  const call = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } });
  call.end(JSON.stringify(body));
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const answer = await text(response);
  if ((response.statusCode ?? 500) >= 300) throw new Error(`${url} answered ${response.statusCode}: ${answer}`);
  return JSON.parse(answer);
}
