import type { Context } from '../../context.ts';
import type { Database } from '../../db/schema.ts';
import { changeEndpoint, createEndpoint, deleteEndpoint } from '../../webhooks/endpoint-store.ts';
import { openInbox, removeInbox } from '../../webhooks/inbox/inbox-store.ts';
import { inboxUrl } from '../../webhooks/inbox/inbox-url.ts';
import { showEndpoint } from '../../webhooks/show-endpoint.ts';
import { showInbox } from '../webhooks/show-inbox.ts';
import type { FiledEndpoint, FiledInbox } from './workspace-file.ts';

type Place = { workspaceId: string; now: Date };

/** Replaces the endpoints and inboxes of a workspace, in a transaction; returns the new ones, endpoints with their new secrets. */
export async function replaceEndpoints(
  { peppers, config }: Context,
  db: Database,
  place: Place,
  { endpoints, inboxes }: { endpoints: FiledEndpoint[]; inboxes: FiledInbox[] },
) {
  await removeAll(db, place);
  const { quotas, publicUrl } = config;
  const opened: Record<string, unknown>[] = [];
  const urls = new Map<string, string>();
  for (const { url, ...fields } of inboxes) {
    const inbox = await openInbox(db, quotas, place, fields);
    urls.set(url, inboxUrl(publicUrl, inbox.id));
    opened.push(showInbox(publicUrl, inbox));
  }
  const created: Record<string, unknown>[] = [];
  for (const { status, ...fields } of endpoints) {
    const url = urls.get(fields.url) ?? fields.url;
    const { endpoint, secret } = await createEndpoint(db, { peppers, quotas }, place, { ...fields, url });
    // What an endpoint was disabled for happened elsewhere: whoever wants it again activates it.
    const paused =
      status !== 'active' && (await changeEndpoint(db, { ...place, id: endpoint.id }, { status: 'paused' }));
    created.push({ ...showEndpoint(paused || endpoint), secret });
  }
  return { webhook_endpoints: created, inboxes: opened };
}

async function removeAll(db: Database, place: Place): Promise<void> {
  const { workspaceId } = place;
  const endpoints = db.selectFrom('webhook_endpoint').select('id').where('deleted_at', 'is', null);
  for (const { id } of await endpoints.where('workspace_id', '=', workspaceId).execute())
    await deleteEndpoint(db, { ...place, id });
  for (const { id } of await db.selectFrom('inbox').select('id').where('workspace_id', '=', workspaceId).execute())
    await removeInbox(db, workspaceId, id);
}
