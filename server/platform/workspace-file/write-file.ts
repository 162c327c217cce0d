import { createGiveWay } from '../../db/give-way.ts';
import type { Database } from '../../db/schema.ts';
import { readOrigins } from '../../identity/stored-lists.ts';
import { readRows } from '../../records/read-rows.ts';
import { inboxUrl } from '../../webhooks/inbox/inbox-url.ts';
import { fileFormat } from './workspace-file.ts';

interface FileOptions {
  workspaceId: string;
  publicUrl: string;
  /** Whether the portal has webhooks, and files have endpoints and inboxes. */
  withWebhooks: boolean;
  now: Date;
}

/** How many records are read at once. */
const atOnce = 200;

/** The text of a workspace's file, in pieces: nothing of it is held for longer than its reader takes. */
export async function* writeFile(
  db: Database,
  { workspaceId, publicUrl, withWebhooks, now }: FileOptions,
): AsyncGenerator<string> {
  const head = { ...fileFormat, exported_at: now.toISOString(), ...(await readSettings(db, workspaceId)) };
  if (withWebhooks) Object.assign(head, await readWebhooks(db, workspaceId, publicUrl));
  yield `${JSON.stringify(head).slice(0, -1)},\n"apis":[`;
  const giveWay = createGiveWay();
  for (const [index, api] of (await readUsedApis(db, workspaceId)).entries()) {
    const counters = await readCounters(db, workspaceId, api);
    yield `${index > 0 ? ',' : ''}\n{"api":${JSON.stringify(api)},"counters":${JSON.stringify(counters)},"records":[`;
    let after = 0;
    for (let isFull = true; isFull; await giveWay()) {
      const rows = await readRows(db, { workspaceId, api }, { after, limit: atOnce });
      isFull = rows.length === atOnce;
      const lines = rows.map(({ store, parent, id, body, due_at }) => {
        const place = { store, parent, id, ...(due_at !== null && { due_at: new Date(due_at).toISOString() }) };
        return `${JSON.stringify(place).slice(0, -1)},"body":${body}}`;
      });
      if (lines.length > 0) yield `${after > 0 ? ',' : ''}\n${lines.join(',\n')}`;
      after = rows.at(-1)?.seq ?? after;
    }
    yield ']}';
  }
  yield ']}\n';
}

async function readSettings(db: Database, workspaceId: string) {
  const { name, allowed_origins, clock_offset } = await db
    .selectFrom('workspace')
    .select(['name', 'allowed_origins', 'clock_offset'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return {
    workspace: {
      name,
      allowed_origins: allowed_origins === null ? null : readOrigins(allowed_origins),
      ahead_seconds: clock_offset / 1000,
    },
  };
}

/** The endpoints of a workspace without their secrets, and its inboxes without their messages. */
async function readWebhooks(db: Database, workspaceId: string, publicUrl: string) {
  const endpoints = await db
    .selectFrom('webhook_endpoint')
    .select(['url', 'description', 'event_types', 'api_versions', 'status'])
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('seq')
    .execute();
  const inboxes = await db
    .selectFrom('inbox')
    .select(['id', 'name', 'answer', 'fail_next'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('seq')
    .execute();
  return {
    webhook_endpoints: endpoints.map(({ event_types, api_versions, ...endpoint }) => ({
      ...endpoint,
      event_types: JSON.parse(event_types),
      api_versions: JSON.parse(api_versions),
    })),
    inboxes: inboxes.map(({ id, answer, ...inbox }) => ({
      url: inboxUrl(publicUrl, id),
      ...inbox,
      answer: JSON.parse(answer),
    })),
  };
}

/** The APIs that the workspace has called: the others have the data that every new workspace has. */
async function readUsedApis(db: Database, workspaceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('seeding')
    .select('api')
    .where('workspace_id', '=', workspaceId)
    .orderBy('api')
    .execute();
  return rows.map(({ api }) => api);
}

function readCounters(db: Database, workspaceId: string, api: string): Promise<{ store: string; value: number }[]> {
  return db
    .selectFrom('counter')
    .select(['store', 'value'])
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .orderBy('store')
    .execute();
}
