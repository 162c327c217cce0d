import { Refusal, type UsedQuota } from '../answers/refusal.ts';
import { say, sayNumber } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import type { Database } from '../db/schema.ts';

/** What a workspace may have a limited number of. */
export type QuotaName = 'webhook_endpoints' | 'inboxes' | 'api_keys' | 'oauth_clients' | 'alert_rules' | 'members';

/** How many of each a workspace may have, by its kind. */
export type Quotas = Record<'guest' | 'team', Record<QuotaName, number>>;

/** How much there is of something, and how much there may be; null where it is not limited. */
export interface Use {
  limit: number | null;
  used: number;
}

/** Of which workspace, and when: keys end by the real clock. */
interface CountedAt {
  workspaceId: string;
  now: Date;
}

interface Quota {
  /** The rows that count. */
  rows(db: Database, at: CountedAt): { execute(): Promise<{ id: string }[]> };
  things: Texts;
  remedy: Texts;
}

const quotas: Record<QuotaName, Quota> = {
  webhook_endpoints: {
    rows: (db, { workspaceId }) =>
      db
        .selectFrom('webhook_endpoint')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('deleted_at', 'is', null),
    things: say('quotas.webhook_endpoints'),
    remedy: say('quotas.webhook_endpoints.remedy'),
  },
  inboxes: {
    rows: (db, { workspaceId }) => db.selectFrom('inbox').select('id').where('workspace_id', '=', workspaceId),
    things: say('quotas.inboxes'),
    remedy: say('quotas.inboxes.remedy'),
  },
  api_keys: {
    // Keys of the console do not count: each session has one, which ends with it.
    rows: (db, { workspaceId, now }) =>
      db
        .selectFrom('api_key')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('session_id', 'is', null)
        .where('revoked_at', 'is', null)
        .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now.toISOString())])),
    things: say('quotas.api_keys'),
    remedy: say('quotas.api_keys.remedy'),
  },
  oauth_clients: {
    rows: (db, { workspaceId }) => db.selectFrom('oauth_client').select('id').where('workspace_id', '=', workspaceId),
    things: say('quotas.oauth_clients'),
    remedy: say('quotas.oauth_clients.remedy'),
  },
  alert_rules: {
    // Preset rules that were changed do not count.
    rows: (db, { workspaceId }) =>
      db.selectFrom('alert_rule').select('id').where('workspace_id', '=', workspaceId).where('id', 'like', 'alr%'),
    things: say('quotas.alert_rules'),
    remedy: say('quotas.alert_rules.remedy'),
  },
  members: {
    // Whoever is invited may become one.
    rows: (db, { workspaceId, now }) =>
      db
        .selectFrom('member')
        .select('person_id as id')
        .where('workspace_id', '=', workspaceId)
        .unionAll(
          db
            .selectFrom('invitation')
            .select('id')
            .where('workspace_id', '=', workspaceId)
            .where('accepted_at', 'is', null)
            .where('revoked_at', 'is', null)
            .where('expires_at', '>', now.toISOString()),
        ),
    things: say('quotas.members'),
    remedy: say('quotas.members.remedy'),
  },
};

/**
 * Refuses (403) one more of something when a workspace has as many as it may. Call it before the insert, in a transaction that has
 * locked the workspace: then two at once cannot both be the last.
 */
export async function checkQuota(
  transaction: Database,
  allowed: Quotas,
  name: QuotaName,
  at: CountedAt,
): Promise<void> {
  const { things, remedy } = quotas[name];
  const { kind } = await transaction
    .selectFrom('workspace')
    .select('kind')
    .where('id', '=', at.workspaceId)
    .executeTakeFirstOrThrow();
  const limit = allowed[kind][name];
  const used = await countRows(transaction, name, at);
  if (used < limit) return;
  throw quotaExceeded({ name, limit, used }, say('quotas.exceeded', { limit: sayNumber(limit), things, remedy }));
}

/** Refuses (403) what would exceed a quota. */
export function quotaExceeded(quota: UsedQuota, detail: Texts): Refusal {
  return new Refusal('quota_exceeded', detail, { quota });
}

/** The limit and the use of each quota of a workspace. */
export async function readQuotas(
  db: Database,
  allowed: Quotas['guest'],
  at: CountedAt,
): Promise<Record<QuotaName, Use>> {
  const uses: Partial<Record<QuotaName, Use>> = {};
  for (const name of Object.keys(quotas) as QuotaName[])
    uses[name] = { limit: allowed[name], used: await countRows(db, name, at) };
  return uses as Record<QuotaName, Use>;
}

async function countRows(db: Database, name: QuotaName, at: CountedAt): Promise<number> {
  return (await quotas[name].rows(db, at).execute()).length;
}
