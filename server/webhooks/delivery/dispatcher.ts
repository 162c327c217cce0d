import type { Database } from '../../db/schema.ts';
import { hearNews } from '../../events/news.ts';
import type { Peppers } from '../../identity/peppers.ts';
import { disableEndpoint } from '../disable-endpoint.ts';
import { Interruption } from './attempt-error.ts';
import type { Claimed } from './begin-attempts.ts';
import { claimDue } from './claim.ts';
import { findDueEndpoints } from './find-due-endpoints.ts';
import { type Finished, finishAttempts } from './finish.ts';
import type { Sender } from './send.ts';

/** What a delivery goes through, for whoever watches. */
export type Step = 'woken' | 'claimed' | 'sending' | 'answered' | 'committing' | 'finished';

export interface DispatcherOptions {
  db: Database;
  peppers: Peppers;
  sender: Sender;
  now: () => Date;
  userAgent: string;
  onError: (error: unknown) => void;
  /** Is called before each look around: what has to happen in workspaces so that there is something to send. */
  beforePoll?: () => Promise<void>;
  observe?: (step: Step) => void;
  pollMs?: number;
  /** How many requests may be out at one endpoint, so that one that is slow takes nothing from the others. */
  perEndpoint?: number;
}

/** How long what is out may take when the server stops; after that it is cut off, and sent again by whoever comes next. */
const graceMs = 2000;

/** An endpoint as this process sees it. */
interface Lane {
  out: number;
  isClaiming: boolean;
  /** Whether there may be more than was claimed. */
  hasMore: boolean;
  results: Finished[];
  finishing?: Promise<void>;
}

/** Sends what is due, as soon as it is: woken by news of a commit, and by looking around every second for what others left. */
export function createDispatcher(options: DispatcherOptions) {
  const { db, peppers, sender, now, userAgent, onError, beforePoll } = options;
  const { observe = () => {}, pollMs = 1000, perEndpoint = 20 } = options;
  const lanes = new Map<string, Lane>();
  const running = new Set<Promise<void>>();
  const awake = new Set<string>();
  const stopping = new AbortController();
  let isStopped = false;
  let isLooking = false;
  let timer: NodeJS.Timeout | undefined;
  let deafen: (() => Promise<void>) | undefined;

  function run(work: Promise<void>): void {
    const watched = work.catch(onError).finally(() => running.delete(watched));
    running.add(watched);
  }

  async function poll(): Promise<void> {
    try {
      await beforePoll?.();
      for (const id of await findDueEndpoints(db, now())) run(serve(id));
    } finally {
      if (!isStopped) timer = setTimeout(() => run(poll()), pollMs).unref();
    }
  }

  /** News that come while it looks are looked into next. */
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const workspaceId of awake) {
        awake.delete(workspaceId);
        for (const id of await findDueEndpoints(db, now(), workspaceId)) run(serve(id));
      }
    } finally {
      isLooking = false;
    }
  }

  /** Claims and sends what an endpoint has room for. */
  async function serve(endpointId: string): Promise<void> {
    const lane = lanes.get(endpointId) ?? { out: 0, isClaiming: false, hasMore: true, results: [] };
    lanes.set(endpointId, lane);
    lane.hasMore = true;
    if (lane.isClaiming) return;
    lane.isClaiming = true;
    try {
      while (lane.hasMore && lane.out < perEndpoint && !isStopped) {
        const limit = perEndpoint - lane.out;
        lane.hasMore = false;
        const claimed = await claimDue(db, endpointId, { peppers, real: now(), limit, userAgent });
        if (claimed.length > 0) observe('claimed');
        if (claimed.length === limit) lane.hasMore = true;
        for (const one of claimed) run(attempt(lane, one));
      }
    } finally {
      lane.isClaiming = false;
      forgetIdle(endpointId, lane);
    }
  }

  async function attempt(lane: Lane, claimed: Claimed): Promise<void> {
    lane.out++;
    try {
      const answer = sender.send(claimed.sending, stopping.signal);
      observe('sending');
      const sent = await answer;
      observe('answered');
      lane.results.push({ claimed, sent });
      lane.finishing ??= finish(lane, claimed);
      await lane.finishing;
    } finally {
      lane.out--;
      forgetIdle(claimed.endpointId, lane);
    }
    // Several at once cost little more than one.
    if (lane.hasMore && lane.out <= perEndpoint / 2) await serve(claimed.endpointId);
  }

  /** What ends while others are written down is written down next, all at once. */
  async function finish(lane: Lane, { endpointId, workspaceId }: Claimed): Promise<void> {
    try {
      while (lane.results.length > 0) {
        const results = lane.results.splice(0);
        const verdict = await finishAttempts(db, endpointId, results, () => observe('committing'));
        observe('finished');
        if (verdict) await disableEndpoint(db, { workspaceId, endpointId, ...verdict });
      }
    } finally {
      lane.finishing = undefined;
    }
  }

  function forgetIdle(endpointId: string, lane: Lane): void {
    if (lane.out === 0 && !lane.isClaiming && !lane.hasMore) lanes.delete(endpointId);
  }

  return {
    start(): void {
      deafen = hearNews(db, ({ workspaceId, due }) => {
        if (!due || isStopped) return;
        observe('woken');
        awake.add(workspaceId);
        run(look());
      });
      run(poll());
    },

    /** Takes nothing new, lets what is out end, and leaves no attempt open. */
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await deafen?.();
      const cut = setTimeout(() => stopping.abort(new Interruption('The server stops.')), graceMs);
      while (running.size > 0) await Promise.all(running);
      clearTimeout(cut);
      sender.close();
    },
  };
}
