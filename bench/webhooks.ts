// `npx node bench/webhooks.ts`: webhook latency and maximum throughput. It prints and asserts nothing.
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '../server/testing/postgres-server.ts';
import { startReceiver } from '../server/testing/receiver.ts';
import { endOf, startServerProcess } from '../server/testing/server-process.ts';
import { agent, deliverBacklog, environment, openEndpoints, post, sale, sales } from './backlog.ts';

const PER_SECOND = Number(process.env.PER_SECOND ?? 200);
const SECONDS = 10;
/** Not counted: a newly started server is slower. */
const WARM_UP_SECONDS = 3;
const BACKLOG = 20_000;

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

/** Measures the time from sending a sale to the event's arrival, which includes the API call itself. */
async function latency(name: string, env: Record<string, string>): Promise<void> {
  const server = await startServerProcess(environment(env));
  const key = await openEndpoints(server.origin, receiver, 1);
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
  const { arrived, perSecond } = await deliverBacklog(receiver, env, { processes, backlog: BACKLOG });
  console.log(`${name}: ${perSecond.toFixed(0)} deliveries a second (${arrived} of ${BACKLOG})`);
}
