import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { findPool } from '../db/pools.ts';
import { countWaiting } from '../webhooks/delivery/count-waiting.ts';
import type { Metric } from './open-metrics.ts';

/** In milliseconds: a scrape does not wait longer for the database; what it would tell is then missing. */
const patience = 1_000;

/** What the server does besides requests: connections, webhooks, the request log, and connections to the database. */
export async function readWork({ db, webhooks, activity }: Context, server: Server): Promise<Metric[]> {
  const [connections, waiting] = await Promise.all([countConnections(server), countWaitingSoon(db)]);
  const attempts = Object.entries(webhooks.attempts());
  return [
    {
      name: 'cais_server_connections',
      type: 'gauge',
      help: 'Open connections of callers.',
      samples: [{ value: connections }],
    },
    {
      name: 'cais_webhook_attempts',
      type: 'counter',
      help: 'Attempts of this server to send a webhook, by outcome.',
      samples: attempts.map(([outcome, value]) => ({ suffix: '_total', labels: { outcome }, value })),
    },
    {
      name: 'cais_webhook_deliveries_waiting',
      type: 'gauge',
      help: 'Deliveries of all servers that are still to be sent, up to 100,000.',
      samples: waiting === undefined ? [] : [{ value: waiting }],
    },
    {
      name: 'cais_request_log_dropped',
      type: 'counter',
      help: 'Calls that were counted but not kept in the request log.',
      samples: [{ suffix: '_total', value: activity.dropped() }],
    },
    ...poolMetrics(db),
  ];
}

/** OpenTelemetry's names; SQLite has no pool. */
function poolMetrics(db: Context['db']): Metric[] {
  const pool = findPool(db);
  if (!pool) return [];
  const labels = { db_client_connection_pool_name: 'cais' };
  const states = { idle: pool.idleCount, used: pool.totalCount - pool.idleCount };
  return [
    {
      name: 'db_client_connection_count',
      type: 'gauge',
      help: 'Connections to the database, by state.',
      samples: Object.entries(states).map(([state, value]) => {
        return { labels: { ...labels, db_client_connection_state: state }, value };
      }),
    },
    {
      name: 'db_client_connection_max',
      type: 'gauge',
      help: 'Connections to the database that this server opens at most.',
      samples: [{ labels, value: pool.options.max }],
    },
    {
      name: 'db_client_connection_pending_requests',
      type: 'gauge',
      help: 'Requests that wait for a connection to the database.',
      samples: [{ labels, value: pool.waitingCount }],
    },
  ];
}

async function countWaitingSoon(db: Context['db']): Promise<number | undefined> {
  const late = new AbortController();
  const counted = countWaiting(db).catch(() => undefined);
  const count = await Promise.race([counted, wait(patience, undefined, late).catch(() => undefined)]);
  late.abort();
  return count;
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));
}
