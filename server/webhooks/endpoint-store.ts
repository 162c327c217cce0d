import { sql } from 'kysely';
import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import { newId } from '../db/new-id.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { Database, WebhookEndpointRow } from '../db/schema.ts';
import { announceChange } from '../events/workspace-changes.ts';
import type { Peppers } from '../identity/peppers.ts';
import { checkQuota, type Quotas } from '../identity/quotas.ts';
import { seal } from '../identity/sealed-secret.ts';
import { endWait } from './delivery/wait.ts';
import { giveUpWaiting } from './disable-endpoint.ts';
import type { ShownEndpoint } from './show-endpoint.ts';
import { makeWebhookSecret } from './signature.ts';

/** The fields of an endpoint that callers write. */
export interface EndpointFields {
  url: string;
  description: string | null;
  event_types: string[];
  api_versions: Record<string, string>;
}

/** Which endpoint of which workspace, and the time there. */
export interface EndpointPlace {
  workspaceId: string;
  id: string;
  now: Date;
}

/**
 * Creates an endpoint with a secret, which is only in the returned value; it is stored sealed under the pepper. Refuses (403)
 * more than the workspace may have.
 */
export async function createEndpoint(
  db: Database,
  { peppers, quotas }: { peppers: Peppers; quotas: Quotas },
  { workspaceId, now }: Omit<EndpointPlace, 'id'>,
  fields: EndpointFields,
): Promise<{ endpoint: WebhookEndpointRow; secret: string }> {
  const id = newId('whe');
  const secret = makeWebhookSecret();
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    await checkQuota(transaction, quotas, 'webhook_endpoints', { workspaceId, now });
    const endpoint = await transaction
      .insertInto('webhook_endpoint')
      .values({
        id,
        workspace_id: workspaceId,
        ...columnsOf(fields),
        url: fields.url,
        event_types: JSON.stringify(fields.event_types),
        api_versions: JSON.stringify(fields.api_versions),
        status: 'active',
        secret: seal(peppers, id, secret),
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { endpoint, secret };
  });
}

export async function findEndpoint(
  db: Database,
  { workspaceId, id }: Pick<EndpointPlace, 'workspaceId' | 'id'>,
): Promise<ShownEndpoint | undefined> {
  return shownEndpoints(db, workspaceId).where('id', '=', id).executeTakeFirst();
}

function shownEndpoints(db: Database, workspaceId: string) {
  return db
    .selectFrom('webhook_endpoint')
    .leftJoin('egress_wait', 'egress_wait.endpoint_id', 'webhook_endpoint.id')
    .selectAll('webhook_endpoint')
    .select(['egress_wait.pace as wait_pace', 'egress_wait.until as wait_until'])
    .where('webhook_endpoint.workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null);
}

/** A page of a workspace's endpoints, oldest first. */
export async function listEndpoints(
  db: Database,
  workspaceId: string,
  { limit, after = 0 }: { limit: number; after?: number },
): Promise<PageOfRows<ShownEndpoint>> {
  const rows = await shownEndpoints(db, workspaceId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}

/** Changes the given fields. A reactivated endpoint starts with a closed circuit, and its waiting deliveries are sent. */
export async function changeEndpoint(
  db: Database,
  { workspaceId, id, now }: EndpointPlace,
  { status, ...fields }: Partial<EndpointFields> & { status?: 'active' | 'paused' },
): Promise<WebhookEndpointRow | undefined> {
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const endpoint = await transaction
      .updateTable('webhook_endpoint')
      .set({
        ...columnsOf(fields),
        ...(status && { status, disabled_reason: null, disabled_at: null }),
        ...(status === 'active' && healthy),
        ...(fields.url !== undefined && confirmedOnlyFor(fields.url)),
        updated_at: now.toISOString(),
      })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!endpoint) return undefined;
    await endWait(transaction, id);
    await announceChange(transaction, { workspaceId, due: true });
    return endpoint;
  });
}

/** Deletes an endpoint and its secrets; its deliveries stay in the log. Returns whether it existed. */
export async function deleteEndpoint(db: Database, { workspaceId, id, now }: EndpointPlace): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const { numUpdatedRows } = await transaction
      .updateTable('webhook_endpoint')
      .set({ deleted_at: now.toISOString(), secret: '', previous_secret: null, previous_secret_expires_at: null })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await endWait(transaction, id);
    await giveUpWaiting(transaction, { workspaceId, endpointId: id, reason: 'endpoint_deleted', at: now });
    return true;
  });
}

/** Gives an endpoint a new secret. The previous one also signs until `overlapUntil`, by the real clock. */
export async function rotateSecret(
  db: Database,
  peppers: Peppers,
  { workspaceId, id, now }: EndpointPlace,
  overlapUntil: Date | null,
): Promise<string | undefined> {
  const secret = makeWebhookSecret();
  const { numUpdatedRows } = await db
    .updateTable('webhook_endpoint')
    .set(({ ref }) => ({
      previous_secret: overlapUntil && ref('secret'),
      previous_secret_expires_at: overlapUntil?.toISOString() ?? null,
      secret: seal(peppers, id, secret),
      updated_at: now.toISOString(),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n ? secret : undefined;
}

const healthy = { consecutive_failures: 0, failing_since: null, circuit_opened_at: null, circuit_probe_at: null };

/** Another URL has to confirm for itself that it wants webhooks. */
const confirmedOnlyFor = (url: string) => ({
  confirmed_at: sql<string | null>`case when url = ${url} then confirmed_at end`,
  confirmed_addresses: sql<string | null>`case when url = ${url} then confirmed_addresses end`,
});

function columnsOf({ url, description, event_types, api_versions }: Partial<EndpointFields>) {
  return {
    ...(url !== undefined && { url }),
    ...(description !== undefined && { description }),
    ...(event_types && { event_types: JSON.stringify(event_types) }),
    ...(api_versions && { api_versions: JSON.stringify(api_versions) }),
  };
}
