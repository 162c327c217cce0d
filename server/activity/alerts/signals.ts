import type { Database } from '../../db/schema.ts';
import { windows } from './judge-share.ts';
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

export interface HourCount {
  at: number;
  api: string;
  calls: number;
}

export interface EndpointHealth {
  id: string;
  url: string;
  status: 'active' | 'paused' | 'disabled';
  consecutive_failures: number;
}

export interface EndingCredential {
  type: 'api_key' | 'oauth_client';
  id: string;
  name: string;
  /** When it was made or, if another took its place, when that was. */
  begins_at: string;
  ends_at: string;
  /** Whether another took its place. */
  isReplaced: boolean;
}

/** What rules are judged by. */
export interface Signals {
  minutes: MinuteCount[];
  hours: HourCount[];
  endpoints: EndpointHealth[];
  credentials: EndingCredential[];
}

const [minute, hour] = [60_000, 60 * 60_000];
const day = 24 * hour;
/** The longest notice that a rule may ask for. */
export const longestNotice = 30 * day;

/** Reads what these rules of a workspace need; nothing for those that there are not. */
export async function readSignals(db: Database, workspaceId: string, rules: Rule[], now: number): Promise<Signals> {
  const has = (...kinds: Rule['kind'][]) => rules.some(({ kind }) => kinds.includes(kind));
  return {
    minutes: has('error_rate', 'rate_limited', 'latency') ? await readMinutes(db, workspaceId, now) : [],
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

/** The hours of eight days that silence is judged by: this one, the last, and its like on the days before. */
function readHours(db: Database, workspaceId: string, now: number): Promise<HourCount[]> {
  const current = now - (now % hour);
  const at = [current, ...Array.from({ length: 8 }, (_, days) => current - hour - days * day)];
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

async function readCredentials(db: Database, workspaceId: string, now: number): Promise<EndingCredential[]> {
  const [from, until] = [new Date(now).toISOString(), new Date(now + longestNotice).toISOString()];
  const keys = await db
    .selectFrom('api_key')
    .select(['id', 'name', 'created_at', 'expires_at'])
    .select(({ selectFrom }) =>
      selectFrom('api_key as next')
        .select(({ fn }) => fn.max('next.created_at').as('at'))
        .where('next.workspace_id', '=', workspaceId)
        .whereRef('next.replaces', '=', 'api_key.id')
        .as('replaced_at'),
    )
    .where('workspace_id', '=', workspaceId)
    // Keys of the console end with their session, and a guest's with the workspace.
    .where('session_id', 'is', null)
    .where('created_by_type', 'is not', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', from)
    .where('expires_at', '<=', until)
    .execute();
  const clients = await db
    .selectFrom('oauth_client')
    .select(['id', 'name', 'created_at', 'previous_secret_expires_at'])
    .select(({ selectFrom }) =>
      selectFrom('audit_event')
        .select(({ fn }) => fn.max('audit_event.created_at').as('at'))
        .where('audit_event.workspace_id', '=', workspaceId)
        .whereRef('target_id', '=', 'oauth_client.id')
        .where('action', '=', 'oauth_client.secret_rotated')
        .as('replaced_at'),
    )
    .where('workspace_id', '=', workspaceId)
    .where('previous_secret_expires_at', '>', from)
    .where('previous_secret_expires_at', '<=', until)
    .execute();
  return [
    ...keys.map(({ id, name, created_at, expires_at, replaced_at }) => ({
      ...{ type: 'api_key' as const, id, name },
      begins_at: replaced_at ?? created_at,
      ends_at: String(expires_at),
      isReplaced: replaced_at !== null,
    })),
    ...clients.map(({ id, name, created_at, previous_secret_expires_at, replaced_at }) => ({
      ...{ type: 'oauth_client' as const, id, name },
      begins_at: replaced_at ?? created_at,
      ends_at: String(previous_secret_expires_at),
      isReplaced: true,
    })),
  ];
}
