import type { Database } from '../db/schema.ts';
import type { FinishedCall } from './requests/finished-call.ts';
import { insertRequests, rowOf } from './requests/request-rows.ts';
import { type CountedCall, createUsageCounter } from './usage/usage-counter.ts';
import { addUsage } from './usage/usage-rows.ts';

/** Remembers calls after they were answered; nobody waits for it. */
export interface Activity {
  /** Whether a call would be kept now. */
  hasRoom(): boolean;
  /** Counts a call and, if there is room, keeps what `read` tells of it. */
  record(call: CountedCall, read: () => FinishedCall): void;
  /** Writes what is remembered, so that a reader sees all calls that were answered before. */
  flush(): Promise<void>;
  /** How many calls this server has counted but not kept. */
  dropped(): number;
}

export interface ActivityOptions {
  db: Database;
  /** Whether calls are kept at all; they are always counted. */
  keepsCalls: boolean;
  onError: (error: unknown) => void;
}

/** Milliseconds between two sets, at least: what is answered is shown within two seconds. */
const every = 500;
/** Writing takes at most this part of a busy server's time, or half of what it has left; what does not fit is dropped, and counted. */
const leastShare = 1 / 160;
/** Calls in a set, and what may wait for the next: calls, and bytes of their bodies. */
const perSet = 250;
const mostWaiting = 2_000;
const mostBytes = 32 * 2 ** 20;

export function createActivity({ db, keepsCalls, onError }: ActivityOptions): Activity {
  const usage = createUsageCounter();
  let waiting: FinishedCall[] = [];
  let bytes = 0;
  let dropped = 0;
  let isScheduled = false;
  let writing = Promise.resolve();

  let seen = performance.eventLoopUtilization();
  const shareOfTime = () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, seen);
    seen = now;
    return Math.max(leastShare, (1 - utilization) / 2);
  };

  const schedule = (milliseconds: number) => {
    isScheduled = true;
    setTimeout(writeSet, milliseconds).unref();
  };

  const hasRoom = (size = 0) => keepsCalls && waiting.length < mostWaiting && bytes + size <= mostBytes;

  const record = (call: CountedCall, read: () => FinishedCall) => {
    const size = sizeOf(call);
    const isKept = hasRoom(size);
    if (isKept) {
      waiting.push(read());
      bytes += size;
    }
    if (keepsCalls && !isKept) dropped++;
    usage.count(call, isKept);
    if (!isScheduled) schedule(every);
  };

  /** Writes a set, and starts the next one so late that both together do not take more than their part of the time. */
  const writeSet = () => {
    writing = writing.then(async () => {
      const began = performance.now();
      await write();
      isScheduled = false;
      const rest = (performance.now() - began) / shareOfTime();
      if (waiting.length > 0 || !usage.isEmpty()) schedule(Math.max(every, rest));
    });
  };

  const write = async () => {
    const calls = waiting.slice(0, perSet);
    waiting = waiting.slice(perSet);
    for (const call of calls) bytes -= sizeOf(call);
    try {
      if (calls.length > 0) await insertRequests(db, calls.map(rowOf));
    } catch (error) {
      // A database that fails has other worries; the counts say what the log has lost.
      for (const call of calls) usage.countLost(call);
      dropped += calls.length;
      onError(error);
    }
    const counts = usage.take();
    try {
      if (counts.length > 0) await addUsage(db, counts);
    } catch (error) {
      usage.putBack(counts);
      onError(error);
    }
  };

  return {
    hasRoom,
    record,
    dropped: () => dropped,
    flush: () => {
      writing = writing.then(async () => {
        do await write();
        while (waiting.length > 0);
      });
      return writing;
    },
  };
}

function sizeOf({ requestBytes, responseBytes }: CountedCall): number {
  return 2_000 + requestBytes + responseBytes;
}
