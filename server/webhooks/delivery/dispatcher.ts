import { outlast } from '../../db/outlast.ts';
import type { Database } from '../../db/schema.ts';
import { listenForChanges } from '../../events/workspace-changes.ts';
import type { Peppers } from '../../identity/peppers.ts';
import { disableEndpoint } from '../disable-endpoint.ts';
import { Interruption } from './attempt-error.ts';
import type { Claimed } from './begin-attempts.ts';
import { claimDue, giveBack, newClaim } from './claim.ts';
import { findDueEndpoints } from './find-due-endpoints.ts';
import { type Finished, finishAttempts } from './finish.ts';
import type { Egress } from './pace.ts';
import type { Sender } from './send.ts';
import { takeOverFromDead } from './take-over.ts';

/** The steps of a delivery, for observers. */
export type Step = 'due' | 'claimed' | 'sending' | 'answered' | 'committing' | 'finished';

export interface DispatcherOptions {
  db: Database;
  peppers: Peppers;
  sender: Sender;
  now: () => Date;
  userAgent: string;
  egress: Egress;
  onError: (error: unknown) => void;
  /** Called before each poll, to take the due steps that cause events. */
  beforePoll?: () => Promise<void>;
  observe?: (step: Step) => void;
  pollMs?: number;
  /** How many requests to one endpoint may be in flight, so that a slow one does not block the others. */
  perEndpoint?: number;
}

/** How attempts of this process have ended. */
export type AttemptCounts = Record<'delivered' | 'failed' | 'interrupted', number>;

/** How long requests in flight may take when the server stops; then they are aborted, and sent again by another process. */
const graceMs = 2000;

/** An endpoint's state in this process. */
interface Lane {
  inFlight: number;
  isClaiming: boolean;
  /** Whether more deliveries may be due. */
  hasMore: boolean;
  results: Finished[];
  finishing?: Promise<void>;
}

/** Sends deliveries as soon as they are due: notified of commits, and polling every second for work left by other processes. */
export function createDispatcher(options: DispatcherOptions) {
  const { db, peppers, sender, now, userAgent, egress, onError, beforePoll } = options;
  const { observe = () => {}, pollMs = 1000, perEndpoint = 20 } = options;
  const lanes = new Map<string, Lane>();
  const running = new Set<Promise<void>>();
  const awake = new Set<string>();
  /** When the server stops, at once; and `stopping`, when requests in flight have had their time. */
  const ending = new AbortController();
  const stopping = new AbortController();
  const attempts: AttemptCounts = { delivered: 0, failed: 0, interrupted: 0 };
  let isStopped = false;
  let isServingAwake = false;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => Promise<void>) | undefined;

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

  /** Workspaces that are woken meanwhile are handled next. */
  async function serveAwake(): Promise<void> {
    if (isServingAwake) return;
    isServingAwake = true;
    try {
      for (const workspaceId of awake) {
        awake.delete(workspaceId);
        for (const id of await findDueEndpoints(db, now(), workspaceId)) run(serve(id));
      }
    } finally {
      isServingAwake = false;
    }
  }

  /** Claims and sends as many deliveries as an endpoint may have in flight. */
  async function serve(endpointId: string): Promise<void> {
    const lane = lanes.get(endpointId) ?? { inFlight: 0, isClaiming: false, hasMore: true, results: [] };
    lanes.set(endpointId, lane);
    lane.hasMore = true;
    if (lane.isClaiming) return;
    observe('due');
    lane.isClaiming = true;
    try {
      while (lane.hasMore && lane.inFlight < perEndpoint && !isStopped) {
        const limit = perEndpoint - lane.inFlight;
        lane.hasMore = false;
        const claimed = await claim(endpointId, limit);
        if (claimed.length > 0) observe('claimed');
        if (claimed.length === limit) lane.hasMore = true;
        for (const one of claimed) run(attempt(lane, one));
      }
    } finally {
      lane.isClaiming = false;
      forgetIdle(endpointId, lane);
    }
  }

  /** A failing database may have stored a claim that this process does not know of, and that nobody would send until it expires. */
  async function claim(endpointId: string, limit: number): Promise<Claimed[]> {
    const id = newClaim(db);
    try {
      return await claimDue(db, endpointId, { claim: id, peppers, real: now(), limit, userAgent, egress });
    } catch (error) {
      run(outlast(() => giveBack(db, endpointId, id), ending.signal));
      throw error;
    }
  }

  async function attempt(lane: Lane, claimed: Claimed): Promise<void> {
    lane.inFlight++;
    try {
      const answer = sender.send(claimed.sending, stopping.signal);
      observe('sending');
      const sent = await answer;
      observe('answered');
      attempts[!sent.error ? 'delivered' : sent.error.code === 'interrupted' ? 'interrupted' : 'failed']++;
      lane.results.push({ claimed, sent });
      lane.finishing ??= finish(lane, claimed);
      await lane.finishing;
    } finally {
      lane.inFlight--;
      forgetIdle(claimed.endpointId, lane);
    }
    // Claiming several at once costs little more than claiming one.
    if (lane.hasMore && lane.inFlight <= perEndpoint / 2) await serve(claimed.endpointId);
  }

  /** Attempts that end during a write are stored together by the next one. */
  async function finish(lane: Lane, { endpointId, workspaceId }: Claimed): Promise<void> {
    try {
      while (lane.results.length > 0) {
        const results = lane.results.splice(0);
        // What receivers were sent, they would get again if it were forgotten.
        const store = () => finishAttempts(db, endpointId, results, () => observe('committing'));
        const verdict = await outlast(store, ending.signal);
        observe('finished');
        if (verdict) await disableEndpoint(db, { workspaceId, endpointId, ...verdict });
      }
    } finally {
      lane.finishing = undefined;
    }
  }

  function forgetIdle(endpointId: string, lane: Lane): void {
    if (lane.inFlight === 0 && !lane.isClaiming && !lane.hasMore) lanes.delete(endpointId);
  }

  return {
    attempts,

    start(): void {
      unsubscribe = listenForChanges(db, ({ workspaceId, due }) => {
        if (!due || isStopped) return;
        awake.add(workspaceId);
        run(serveAwake());
      });
      run(poll());
      run(takeOverFromDead({ db, now, onError }, ending.signal));
    },

    /** Claims nothing new, waits for requests in flight, and leaves no attempt open. */
    async stop(): Promise<void> {
      isStopped = true;
      ending.abort();
      clearTimeout(timer);
      await unsubscribe?.();
      const cut = setTimeout(() => stopping.abort(new Interruption('The server is stopping.')), graceMs);
      while (running.size > 0) await Promise.all(running);
      clearTimeout(cut);
      sender.close();
    },
  };
}
