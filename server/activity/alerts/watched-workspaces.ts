import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Database, Tables } from '../../db/schema.ts';
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

type Watched = 'usage' | 'alert_incident' | 'webhook_endpoint' | 'api_key' | 'oauth_client';

/** The workspaces with a row of a table for which a condition holds. */
function having<Table extends Watched>(
  db: Database,
  table: Table,
  condition: (builder: ExpressionBuilder<Tables, Table>) => Expression<SqlBool>,
): Source {
  return async (after) => {
    const rows = await db
      // Each of these tables says whose its rows are.
      .selectFrom(table as 'usage')
      .select('workspace_id')
      .distinct()
      .where(condition as unknown as (builder: ExpressionBuilder<Tables, 'usage'>) => Expression<SqlBool>)
      .where('workspace_id', '>', after)
      .orderBy('workspace_id')
      .limit(perPage)
      .execute();
    return rows.map(({ workspace_id }) => workspace_id);
  };
}

function withCalls(db: Database, minutes: number, at: number): Source {
  return having(db, 'usage', ({ and, eb }) => and([eb('minutes', '=', minutes), eb('at', '=', at)]));
}

function withOpenIncidents(db: Database): Source {
  return having(db, 'alert_incident', ({ eb }) => eb('resolved_at', 'is', null));
}

function withFailingEndpoints(db: Database): Source {
  return having(db, 'webhook_endpoint', ({ and, or, eb }) =>
    and([eb('deleted_at', 'is', null), or([eb('consecutive_failures', '>', 0), eb('status', '=', 'disabled')])]),
  );
}

function withEndingKeys(db: Database, now: number): Source {
  return having(db, 'api_key', ({ and, eb }) =>
    and([
      eb('expires_at', '>', new Date(now).toISOString()),
      eb('expires_at', '<=', new Date(now + longestNotice).toISOString()),
      eb('session_id', 'is', null),
      eb('created_by_type', 'is not', null),
    ]),
  );
}

function withEndingSecrets(db: Database, now: number): Source {
  return having(db, 'oauth_client', ({ and, eb }) =>
    and([
      eb('previous_secret_expires_at', '>', new Date(now).toISOString()),
      eb('previous_secret_expires_at', '<=', new Date(now + longestNotice).toISOString()),
    ]),
  );
}
