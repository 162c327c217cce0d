import type { Insertable } from 'kysely';
import type { UsageTable } from '../../db/activity-tables.ts';
import type { FinishedCall } from '../requests/finished-call.ts';
import { bucketOf } from './duration-buckets.ts';

export type UsageRow = Insertable<UsageTable>;

/** Counts calls in memory, by everything that usage is shown by. */
export interface UsageCounter {
  count(call: FinishedCall, isKept: boolean): void;
  /** Notes that a call, which was counted as kept, was lost. */
  countLost(call: FinishedCall): void;
  /** The counts since the last time; they are forgotten here. */
  take(): UsageRow[];
  isEmpty(): boolean;
  /** Takes counts back that could not be written. */
  putBack(rows: UsageRow[]): void;
}

const minute = 60_000;
/** So many different counts are held at most: those of a minute of any caller, and a bound should the database be away. */
const most = 50_000;

export function createUsageCounter(): UsageCounter {
  let counts = new Map<string, UsageRow>();
  const add = (key: string, row: UsageRow) => {
    const known = counts.get(key);
    if (known) {
      known.calls += row.calls;
      known.request_bytes += row.request_bytes;
      known.response_bytes += row.response_bytes;
      known.dropped += row.dropped;
    } else if (counts.size < most) counts.set(key, row);
  };
  return {
    count: (call, isKept) => {
      const row = usageOf(call, isKept);
      add(keyOf(row), row);
    },
    countLost: (call) => {
      const row = { ...usageOf(call, false), calls: 0, request_bytes: 0, response_bytes: 0 };
      add(keyOf(row), row);
    },
    take: () => {
      const rows = [...counts.values()];
      counts = new Map();
      return rows;
    },
    isEmpty: () => counts.size === 0,
    putBack: (rows) => {
      for (const row of rows) add(keyOf(row), row);
    },
  };
}

function usageOf(call: FinishedCall, isKept: boolean): UsageRow {
  const real = call.real.getTime();
  return {
    workspace_id: call.workspaceId,
    minutes: 1,
    at: real - (real % minute),
    api: call.api.slug,
    operation: call.operation?.id ?? '',
    actor_id: call.actor?.id ?? '',
    status: call.isDropped ? 0 : call.status,
    error_code: call.refusal?.code ?? '',
    bucket: bucketOf(call.duration),
    calls: 1,
    request_bytes: call.incoming.body?.length ?? 0,
    response_bytes: Number(call.responseHeaders['content-length'] ?? 0),
    dropped: isKept ? 0 : 1,
  };
}

function keyOf(row: UsageRow): string {
  return `${row.workspace_id} ${row.at} ${row.api} ${row.operation} ${row.actor_id} ${row.status} ${row.error_code} ${row.bucket}`;
}
