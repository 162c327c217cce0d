import { sql } from 'kysely';
import { containsText } from '../../db/contains-text.ts';
import type { PageOfRows } from '../../db/page-of-rows.ts';
import type { Database, RequestRow } from '../../db/schema.ts';
import { portalApi } from '../../events/event-names.ts';
import { type CallTarget, comparedWithPortal } from '../call-target.ts';

/** Criteria for calls; all that are given must match. Times are real. */
export interface RequestSearch {
  target?: CallTarget;
  api?: string;
  operation?: string;
  method?: string;
  status?: number;
  /** The first digit of the status; that of dropped connections is 5. */
  class?: number;
  except_status?: number;
  error_code?: string;
  actor_id?: string;
  since?: Date;
  until?: Date;
  /** Text in the path, the query, ids, the error code or the bodies. */
  q?: string;
}

/** A page of calls. It may have fewer rows than asked for although more follow: `reached` is where it stopped looking. */
export interface RequestPage extends PageOfRows<RequestRow> {
  reached?: number;
}

/** Criteria with an index of their own, the most selective first; the others are checked on what it finds. */
const indexed = ['error_code', 'status', 'operation', 'actor_id', 'class'] as const;
const compared = [...indexed, 'api', 'method'] as const;

/** So many calls are looked at for one page, so that none takes long: those that an index finds lie far apart, and bodies are larger. */
const looksAt = 20_000;
const looksUp = 5_000;
const looksInto = 1_000;

/** Rows are written in sets, so that a later one may be of an earlier time. */
const disorder = 5_000;

/** A page of a workspace's calls, newest first. */
export async function searchRequests(
  db: Database,
  workspaceId: string,
  search: RequestSearch,
  { limit, after }: { limit: number; after?: number },
): Promise<RequestPage> {
  const leading = indexed.find((name) => search[name] !== undefined);
  const size = search.q !== undefined ? looksInto : leading ? looksUp : looksAt;
  const [from, to] = await boundsOf(db, workspaceId, search);
  let looked = db.selectFrom('request').where('workspace_id', '=', workspaceId).orderBy('seq', 'desc').limit(size);
  if (leading) looked = looked.where(leading, '=', search[leading] as string);
  if (after !== undefined) looked = looked.where('seq', '<', after);
  if (from !== undefined) looked = looked.where('seq', '>=', from);
  if (to !== undefined) looked = looked.where('seq', '<=', to);

  let found = db.selectFrom(looked.selectAll().as('looked')).selectAll();
  for (const name of compared)
    if (name !== leading && search[name] !== undefined) found = found.where(name, '=', search[name] as string);
  if (search.except_status !== undefined) found = found.where('status', '<>', search.except_status);
  if (search.target) found = found.where('api', comparedWithPortal[search.target], portalApi);
  if (search.since) found = found.where('at', '>=', search.since.getTime());
  if (search.until) found = found.where('at', '<', search.until.getTime());
  if (search.q !== undefined) found = found.where(holds(search.q));
  const rows = await found
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  if (rows.length > limit) return { rows: rows.slice(0, limit), hasMore: true };
  const [end] = await db
    .selectFrom(looked.select('seq').as('looked'))
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('seq').as('last')])
    .execute();
  const hasMore = Number(end?.count ?? 0) === size;
  return { rows, hasMore, ...(hasMore && { reached: Number(end?.last) }) };
}

/** The first and last number that calls of a time can have. */
async function boundsOf(
  db: Database,
  workspaceId: string,
  { since, until }: RequestSearch,
): Promise<[number | undefined, number | undefined]> {
  const nearest = (time: Date, direction: 'asc' | 'desc') =>
    db
      .selectFrom('request')
      .select('seq')
      .where('workspace_id', '=', workspaceId)
      .where('at', direction === 'asc' ? '>=' : '<', time.getTime())
      .orderBy('at', direction)
      .limit(1)
      .executeTakeFirst();
  const [first, last] = [since && (await nearest(since, 'asc')), until && (await nearest(until, 'desc'))];
  return [since && (first ? first.seq - disorder : Number.MAX_SAFE_INTEGER), until && (last ? last.seq + disorder : 0)];
}

function holds(text: string) {
  const names = ['id', 'path', 'query', 'operation', 'error_code', 'actor_id', 'address', 'user_agent'] as const;
  const [first, ...others] = names.map((name) => containsText(`looked.${name}`, text));
  const inContent = sql<boolean>`exists (
    select 1 from request_content as content
     where content.workspace_id = looked.workspace_id and content.request_id = looked.id
       and (${containsText('content.request_body', text)} or ${containsText('content.response_body', text)}))`;
  return sql<boolean>`(${sql.join([first, ...others, inContent], sql` or `)})`;
}

/** A call with what is kept of its content. */
export type FoundRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** One call, with what it sent and received, if that is still kept. */
export async function findRequest(db: Database, workspaceId: string, id: string) {
  return db
    .selectFrom('request')
    .leftJoin('request_content as content', (join) =>
      join.onRef('content.workspace_id', '=', 'request.workspace_id').onRef('content.request_id', '=', 'request.id'),
    )
    .selectAll('request')
    .select([
      'content.request_headers',
      'content.response_headers',
      'content.request_body',
      'content.response_body',
      'content.reason',
    ])
    .where('request.workspace_id', '=', workspaceId)
    .where('request.id', '=', id)
    .orderBy('request.seq')
    .executeTakeFirst();
}
