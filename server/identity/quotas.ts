import { Refusal } from '../answers/refusal.ts';
import type { Texts } from '../answers/texts.ts';
import type { Database } from '../db/schema.ts';

/** What a workspace may have a limited number of. */
export type QuotaName = 'webhook_endpoints' | 'inboxes' | 'api_keys' | 'oauth_clients';

/** How many of each a workspace may have, by its kind. */
export type Quotas = Record<'guest' | 'team', Record<QuotaName, number>>;

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
    things: { en: 'webhook endpoints', pt: 'endpoints de webhook' },
    remedy: { en: 'Delete one that you no longer need.', pt: 'Exclua um que não use mais.' },
  },
  inboxes: {
    rows: (db, { workspaceId }) => db.selectFrom('inbox').select('id').where('workspace_id', '=', workspaceId),
    things: { en: 'inboxes', pt: 'caixas de entrada' },
    remedy: { en: 'Delete one that you no longer need.', pt: 'Exclua uma que não use mais.' },
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
    things: { en: 'active API keys', pt: 'chaves de API ativas' },
    remedy: { en: 'Revoke one that you no longer need.', pt: 'Revogue uma que não use mais.' },
  },
  oauth_clients: {
    rows: (db, { workspaceId }) => db.selectFrom('oauth_client').select('id').where('workspace_id', '=', workspaceId),
    things: { en: 'OAuth clients', pt: 'clientes OAuth' },
    remedy: { en: 'Delete one that you no longer need.', pt: 'Exclua um que não use mais.' },
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
  const { rows, things, remedy } = quotas[name];
  const { kind } = await transaction
    .selectFrom('workspace')
    .select('kind')
    .where('id', '=', at.workspaceId)
    .executeTakeFirstOrThrow();
  const quota = allowed[kind][name];
  if ((await rows(transaction, at).execute()).length < quota) return;
  throw new Refusal('quota_exceeded', {
    en: `A workspace of this kind may have ${quota.toLocaleString('en')} ${things.en}. ${remedy.en}`,
    pt: `Um espaço de trabalho deste tipo pode ter ${quota.toLocaleString('pt-BR')} ${things.pt}. ${remedy.pt}`,
  });
}
