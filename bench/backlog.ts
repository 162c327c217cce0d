// Webhooks that wait to be sent: what `webhooks.ts` and `nodes/run.ts` measure.
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { lockWorkspace } from '../server/db/lock-workspace.ts';
import { openDatabase } from '../server/db/open-database.ts';
import { publishEvent } from '../server/events/publish-event.ts';
import type { Receiver } from '../server/testing/receiver.ts';
import { endOf, onlySpecs, startServerProcess } from '../server/testing/server-process.ts';
import { temporaryFolder } from '../server/testing/test-specs.ts';

const ENDPOINTS = 4;

/** A sale in the CRM: each creation causes exactly one event. */
export const sales = '/sandbox/crm/v2/oportunidades';
export const sale = {
  cliente: 'Padaria Trigo Novo Ltda',
  responsavel_id: 2,
  valor: { quantia: '1500.00', moeda: 'BRL' },
};
const created = 'oportunidade_cadastrada';

/** A keep-alive pool of fifty connections, so that callers do not wait for each other. */
export const agent = new Agent({ keepAlive: true, maxSockets: 50 });

/** The settings of servers that send to this machine without a pace. */
export function environment(env: Record<string, string>): Record<string, string> {
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
    GUESTS_PER_HOUR: '100000',
    ...env,
  };
}

interface Observed {
  processes: number;
  backlog: number;
  /** Called every two seconds while the servers, which have these process ids, deliver. */
  whileRunning?: (pids: number[]) => void;
  /** Called when all has arrived, before they end. */
  afterwards?: () => void;
}

/** Delivers a backlog of so many webhooks with so many processes; returns how many arrived, and how many a second. */
export async function deliverBacklog(
  receiver: Receiver,
  env: Record<string, string>,
  { processes, backlog, whileRunning, afterwards }: Observed,
): Promise<{ arrived: number; perSecond: number }> {
  const shared = environment(env);
  const first = await startServerProcess(shared);
  await openEndpoints(first.origin, receiver, ENDPOINTS);
  first.child.kill('SIGTERM');
  await endOf(first);
  await fill(shared.DATABASE_URL as string, backlog);
  const times: number[] = [];
  receiver.respond = (_request, response) => {
    times.push(performance.now());
    response.end();
  };
  const servers = await Promise.all(Array.from({ length: processes }, () => startServerProcess(shared)));
  for (let before = -1; times.length < backlog && times.length !== before; ) {
    before = times.length;
    whileRunning?.(servers.map(({ child }) => child.pid as number));
    await wait(2000);
  }
  afterwards?.();
  // Processes start at different times, so measure the middle part.
  const [from, to] = [times[Math.floor(times.length * 0.2)] ?? 0, times[Math.floor(times.length * 0.8)] ?? 0];
  for (const { child } of servers) child.kill('SIGTERM');
  await Promise.all(servers.map((server) => endOf(server)));
  return { arrived: times.length, perSecond: (times.length * 0.6) / ((to - from) / 1000) };
}

/** Opens a guest's workspace with endpoints at the receiver; returns its key. */
export async function openEndpoints(origin: string, { url }: Receiver, endpoints: number): Promise<string> {
  const { api_key } = (await post(`${origin}/platform/v1/guest_workspaces`, {}, {})) as { api_key: { secret: string } };
  const authorization = `Bearer ${api_key.secret}`;
  const body = { url, event_types: [`crm:${created}`] };
  for (let count = 0; count < endpoints; count++)
    await post(`${origin}/platform/v1/webhook_endpoints`, { authorization }, body);
  return api_key.secret;
}

async function fill(url: string, backlog: number): Promise<void> {
  const db = await openDatabase(url);
  const { workspace_id: workspaceId } = await db
    .selectFrom('webhook_endpoint')
    .select('workspace_id')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  const createdAt = new Date().toISOString();
  const event = { workspaceId, api: 'crm', type: created, store: 'oportunidades', recordId: '1', createdAt };
  for (let done = 0; done < backlog / ENDPOINTS; done += 100)
    await db.transaction().execute(async (transaction) => {
      await lockWorkspace(transaction, workspaceId);
      for (let count = 0; count < 100; count++) await publishEvent(transaction, { ...event, payload: { ...sale } });
    });
  await db.destroy();
}

/** Sends JSON and reads JSON; throws at an error's status. */
export async function post(url: string, headers: Record<string, string>, body: unknown): Promise<unknown> {
  const call = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } });
  call.end(JSON.stringify(body));
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const answer = await text(response);
  if ((response.statusCode ?? 500) >= 300) throw new Error(`${url} answered ${response.statusCode}: ${answer}`);
  return JSON.parse(answer);
}
