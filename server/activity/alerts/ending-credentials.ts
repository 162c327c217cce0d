import type { Database } from '../../db/schema.ts';

/** A key, or the previous secret of a client, that is about to end. */
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

const day = 24 * 60 * 60_000;
/** The longest notice that a rule may ask for. */
export const longestNotice = 30 * day;

/** The credentials of a workspace that end within the longest notice. */
export async function readCredentials(db: Database, workspaceId: string, now: number): Promise<EndingCredential[]> {
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
