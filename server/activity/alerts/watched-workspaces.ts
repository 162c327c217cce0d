import type { Database } from '../../db/schema.ts';
import { longestNotice } from './ending-credentials.ts';
import { windows } from './judge-share.ts';

const [minute, hour] = [60_000, 60 * 60_000];
const week = 7 * 24 * hour;
const perPage = 100;

/** Ids of workspaces above one, in order. */
type Source = (after: string) => Promise<string[]>;

/** The workspaces in which a rule may have something to tell, each once, read a page at a time. */
export async function* watchedWorkspaces(db: Database, real: Date): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const source of sourcesOf(db, real.getTime()))
    for (let page = await source(''); page.length > 0; page = await source(page.at(-1) as string))
      for (const id of page) {
        if (seen.has(id)) continue;
        seen.add(id);
        yield id;
      }
}

function sourcesOf(db: Database, now: number): Source[] {
  const current = now - (now % minute);
  const lastHour = now - (now % hour) - hour;
  const minutes = Array.from({ length: windows.short + 1 }, (_, before) => current - before * minute);
  return [
    withOpenIncidents(db),
    ...minutes.map((at) => withCalls(db, 1, at)),
    // Those that may be silent now.
    withCalls(db, 60, lastHour - week),
    withCalls(db, 60, lastHour + hour - week),
    withFailingEndpoints(db),
    withEndingKeys(db, now),
    withEndingSecrets(db, now),
  ];
}

function withCalls(db: Database, minutes: number, at: number): Source {
  return async (after) =>
    idsOf(
      await db
        .selectFrom('usage')
        .select('workspace_id')
        .distinct()
        .where('minutes', '=', minutes)
        .where('at', '=', at)
        .where('workspace_id', '>', after)
        .orderBy('workspace_id')
        .limit(perPage)
        .execute(),
    );
}

function withOpenIncidents(db: Database): Source {
  return async (after) =>
    idsOf(
      await db
        .selectFrom('alert_incident')
        .select('workspace_id')
        .distinct()
        .where('resolved_at', 'is', null)
        .where('workspace_id', '>', after)
        .orderBy('workspace_id')
        .limit(perPage)
        .execute(),
    );
}

function withFailingEndpoints(db: Database): Source {
  return async (after) =>
    idsOf(
      await db
        .selectFrom('webhook_endpoint')
        .select('workspace_id')
        .distinct()
        .where('deleted_at', 'is', null)
        .where(({ or, eb }) => or([eb('consecutive_failures', '>', 0), eb('status', '=', 'disabled')]))
        .where('workspace_id', '>', after)
        .orderBy('workspace_id')
        .limit(perPage)
        .execute(),
    );
}

function withEndingKeys(db: Database, now: number): Source {
  return async (after) =>
    idsOf(
      await db
        .selectFrom('api_key')
        .select('workspace_id')
        .distinct()
        .where('expires_at', '>', new Date(now).toISOString())
        .where('expires_at', '<=', new Date(now + longestNotice).toISOString())
        .where('session_id', 'is', null)
        .where('created_by_type', 'is not', null)
        .where('workspace_id', '>', after)
        .orderBy('workspace_id')
        .limit(perPage)
        .execute(),
    );
}

function withEndingSecrets(db: Database, now: number): Source {
  return async (after) =>
    idsOf(
      await db
        .selectFrom('oauth_client')
        .select('workspace_id')
        .distinct()
        .where('previous_secret_expires_at', '>', new Date(now).toISOString())
        .where('previous_secret_expires_at', '<=', new Date(now + longestNotice).toISOString())
        .where('workspace_id', '>', after)
        .orderBy('workspace_id')
        .limit(perPage)
        .execute(),
    );
}

function idsOf(rows: { workspace_id: string }[]): string[] {
  return rows.map(({ workspace_id }) => workspace_id);
}
