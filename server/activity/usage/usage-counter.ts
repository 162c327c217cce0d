import type { Insertable } from 'kysely';
import type { UsageTable } from '../../db/activity-tables.ts';
import type { FinishedCall } from '../requests/finished-call.ts';
import { bucketOf, buckets } from './duration-buckets.ts';

export type UsageRow = Insertable<UsageTable>;

/** What is counted of a call. */
export type CountedCall = Pick<
  FinishedCall,
  'api' | 'operation' | 'workspaceId' | 'actor' | 'status' | 'refusal' | 'duration' | 'isDropped'
> & { at: number; requestBytes: number; responseBytes: number };

/** Counts calls in memory, by everything that usage is shown by. */
export interface UsageCounter {
  count(call: CountedCall, isKept: boolean): void;
  /** Notes that a call, which was counted as kept, was lost. */
  countLost(call: CountedCall): void;
  /** The counts since the last time; they are forgotten here. */
  take(): UsageRow[];
  isEmpty(): boolean;
  /** Takes counts back that could not be written. */
  putBack(rows: UsageRow[]): void;
}

/** Calls of one caller to one operation, in one minute and with one outcome. */
interface Count {
  status: number;
  code: string;
  base: Pick<UsageRow, 'workspace_id' | 'at' | 'api' | 'operation' | 'actor_id'>;
  /** By bucket of their durations. */
  calls: Uint32Array;
  requestBytes: number;
  responseBytes: number;
  dropped: number;
}

const minute = 60_000;
/** So many rows are held at most, should the database be away. */
const most = 50_000;

/** Every request is counted: this costs less than a microsecond, since nothing is written or joined before `take`. */
export function createUsageCounter(): UsageCounter {
  /** By operation, or API, then by caller. */
  let current = new Map<object, Map<string, Count[]>>();
  let currentMinute = 0;
  let waiting: UsageRow[] = [];

  const endMinute = () => {
    for (const callers of current.values())
      for (const counts of callers.values()) for (const count of counts) waiting.push(...rowsOf(count));
    if (waiting.length > most) waiting = waiting.slice(-most);
    current = new Map();
  };

  const countOf = (call: CountedCall): Count => {
    const began = call.at - (call.at % minute);
    if (began !== currentMinute) {
      endMinute();
      currentMinute = began;
    }
    const callers = current.getOrInsertComputed(call.operation ?? call.api, () => new Map());
    const counts = callers.getOrInsertComputed(call.actor?.id ?? call.workspaceId, () => []);
    const [status, code] = [call.isDropped ? 0 : call.status, call.refusal?.code ?? ''];
    const known = counts.find((one) => one.status === status && one.code === code);
    if (known) return known;
    const count = newCount(call, began, status, code);
    counts.push(count);
    return count;
  };

  return {
    count: (call, isKept) => {
      const count = countOf(call);
      (count.calls[bucketOf(call.duration)] as number)++;
      count.requestBytes += call.requestBytes;
      count.responseBytes += call.responseBytes;
      if (!isKept) count.dropped++;
    },
    countLost: (call) => {
      countOf(call).dropped++;
    },
    take: () => {
      endMinute();
      const rows = waiting;
      waiting = [];
      return rows;
    },
    isEmpty: () => current.size === 0 && waiting.length === 0,
    putBack: (rows) => {
      waiting = [...rows, ...waiting].slice(-most);
    },
  };
}

function newCount(call: CountedCall, at: number, status: number, code: string): Count {
  const { workspaceId, api, operation, actor } = call;
  return {
    status,
    code,
    base: { workspace_id: workspaceId, at, api: api.slug, operation: operation?.id ?? '', actor_id: actor?.id ?? '' },
    calls: new Uint32Array(buckets),
    requestBytes: 0,
    responseBytes: 0,
    dropped: 0,
  };
}

/** A row for each bucket; the bytes are in the first, since only their sum is shown. */
function rowsOf({ base, status, code, calls, requestBytes, responseBytes, dropped }: Count): UsageRow[] {
  const used = [...calls.entries()].filter(([, count]) => count > 0);
  const row = (bucket: number, count: number, isFirst: boolean): UsageRow => ({
    ...base,
    minutes: 1,
    status,
    error_code: code,
    bucket,
    calls: count,
    request_bytes: isFirst ? requestBytes : 0,
    response_bytes: isFirst ? responseBytes : 0,
    dropped: isFirst ? dropped : 0,
  });
  if (used.length === 0) return [row(0, 0, true)];
  return used.map(([bucket, count], index) => row(bucket, count, index === 0));
}
