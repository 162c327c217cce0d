import type { Database } from '../../db/schema.ts';
import { portalApi } from '../../events/event-names.ts';
import { type EndingCredential, readCredentials } from './ending-credentials.ts';
import { windows } from './judge-share.ts';
import { sudden } from './judge-silence.ts';
import type { Rule } from './rules.ts';

/** Calls of a minute with one outcome. */
export interface MinuteCount {
  at: number;
  api: string;
  operation: string;
  status: number;
  bucket: number;
  calls: number;
}

/** Calls of the last hour or two with one outcome. */
export type LateCount = Omit<MinuteCount, 'at' | 'operation'>;

/** All calls of an hour. */
export interface HourCount {
  at: number;
  api: string;
  calls: number;
}

/** All calls of a minute. */
export type MinuteTotal = HourCount;

export interface EndpointHealth {
  id: string;
  url: string;
  status: 'active' | 'paused' | 'disabled';
  consecutive_failures: number;
}

/** What rules are judged by. */
export interface Signals {
  minutes: MinuteCount[];
  lately: LateCount[];
  flow: MinuteTotal[];
  hours: HourCount[];
  endpoints: EndpointHealth[];
  credentials: EndingCredential[];
}

const [minute, hour] = [60_000, 60 * 60_000];
const day = 24 * hour;
/** The portal's pages call its own API: that counts only where a rule names it. */
export function isWatched(ofRule: string | null, { api }: { api: string }): boolean {
  return ofRule === null ? api !== portalApi : api === ofRule;
}

/** Reads what these rules of a workspace need; nothing for those that there are not. */
export async function readSignals(db: Database, workspaceId: string, rules: Rule[], now: number): Promise<Signals> {
  const has = (...kinds: Rule['kind'][]) => rules.some(({ kind }) => kinds.includes(kind));
  const judgesShares = has('error_rate', 'rate_limited', 'latency');
  const minutes = judgesShares || has('silence') ? await readMinutes(db, workspaceId, now) : [];
  const isSilent = ({ kind, api }: Rule) => {
    const calls = minutes.filter((count) => isWatched(api, count));
    return kind === 'silence' && calls.length > 0 && calls.every(({ at }) => now - at >= sudden.least * minute);
  };
  return {
    minutes,
    lately: judgesShares ? await readLately(db, workspaceId, now) : [],
    flow: rules.some(isSilent) ? await readFlow(db, workspaceId, now) : [],
    hours: has('silence') ? await readHours(db, workspaceId, now) : [],
    endpoints: has('failing_webhooks') ? await readEndpoints(db, workspaceId) : [],
    credentials: has('expiring_credentials') ? await readCredentials(db, workspaceId, now) : [],
  };
}

function readMinutes(db: Database, workspaceId: string, now: number): Promise<MinuteCount[]> {
  return db
    .selectFrom('usage')
    .select(['at', 'api', 'operation', 'status', 'bucket'])
    .select(({ fn }) => fn.sum<number>('calls').$castTo<number>().as('calls'))
    .where('workspace_id', '=', workspaceId)
    .where('minutes', '=', 1)
    .where('at', '>', now - (windows.long + 1) * minute)
    .groupBy(['at', 'api', 'operation', 'status', 'bucket'])
    .execute();
}

/** The calls of this hour and the last. */
function readLately(db: Database, workspaceId: string, now: number): Promise<LateCount[]> {
  const current = now - (now % hour);
  return db
    .selectFrom('usage')
    .select(['api', 'status', 'bucket'])
    .select(({ fn }) => fn.sum<number>('calls').$castTo<number>().as('calls'))
    .where('workspace_id', '=', workspaceId)
    .where('minutes', '=', 60)
    .where('at', 'in', [current - hour, current])
    .groupBy(['api', 'status', 'bucket'])
    .execute();
}

/** The minutes that sudden silence is judged by: those of the last hour before it, and those after its begin on the day before. */
async function readFlow(db: Database, workspaceId: string, now: number): Promise<MinuteTotal[]> {
  const read = (from: number, until: number) =>
    db
      .selectFrom('usage')
      .select(['at', 'api'])
      .select(({ fn }) => fn.sum<number>('calls').$castTo<number>().as('calls'))
      .where('workspace_id', '=', workspaceId)
      .where('minutes', '=', 1)
      .where('at', '>=', from)
      .where('at', '<', until)
      .groupBy(['at', 'api'])
      .execute();
  const longest = (sudden.most + 1) * minute;
  const yesterday = await read(now - day - longest, now - day + sudden.seenBefore * minute);
  return [...yesterday, ...(await read(now - hour - longest, now + minute))];
}

/** The hours of eight days that silence is judged by: this one, the last, and their like on the days before. */
function readHours(db: Database, workspaceId: string, now: number): Promise<HourCount[]> {
  const current = now - (now % hour);
  const at = [current, current - 7 * day, ...Array.from({ length: 8 }, (_, days) => current - hour - days * day)];
  return db
    .selectFrom('usage')
    .select(['at', 'api'])
    .select(({ fn }) => fn.sum<number>('calls').$castTo<number>().as('calls'))
    .where('workspace_id', '=', workspaceId)
    .where('minutes', '=', 60)
    .where('at', 'in', at)
    .groupBy(['at', 'api'])
    .execute();
}

function readEndpoints(db: Database, workspaceId: string): Promise<EndpointHealth[]> {
  return db
    .selectFrom('webhook_endpoint')
    .select(['id', 'url', 'status', 'consecutive_failures'])
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .where(({ or, eb }) => or([eb('consecutive_failures', '>', 0), eb('status', '=', 'disabled')]))
    .where('status', '<>', 'paused')
    .execute();
}
