import { type ExpressionBuilder, sql } from 'kysely';
import type { Database, Tables } from '../../db/schema.ts';
import { portalApi } from '../../events/event-names.ts';
import { type CallTarget, comparedWithPortal } from '../call-target.ts';
import { type Counted, type Figures, figuresOf } from './figures.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The periods that are shown, each up to now, and how long a point of its series is. */
const periods = {
  '1h': { minutes: 1, length: hour, point: minute },
  '24h': { minutes: 60, length: 24 * hour, point: hour },
  '7d': { minutes: 60, length: 7 * 24 * hour, point: 6 * hour },
  '30d': { minutes: 60, length: 30 * 24 * hour, point: 24 * hour },
} as const;

type Period = keyof typeof periods;

/** By what calls are grouped. */
type Grouping = 'api' | 'operation' | 'version' | 'credential' | 'status' | 'error_code';

export interface UsageQuery {
  period: Period;
  by: Grouping;
  target?: CallTarget;
  api?: string;
  operation?: string;
  credential_id?: string;
}

export interface Usage {
  from: Date;
  until: Date;
  pointSeconds: number;
  totals: Figures;
  /** The period of the same length before. */
  previous: Figures;
  series: { at: Date; figures: Figures }[];
  groups: { api: string | null; name: string | null; figures: Figures; previous: Figures }[];
}

const mostGroups = 100;

/**
 * A workspace's calls in a period that ends now, beside the period before. It begins at a whole minute, or hour. `findVersion`
 * tells the version of an API to which an operation belongs.
 */
export async function readUsage(
  db: Database,
  workspaceId: string,
  query: UsageQuery,
  { now, findVersion }: { now: Date; findVersion: (api: string, operation: string) => string | undefined },
): Promise<Usage> {
  const { minutes, length, point } = periods[query.period];
  const unit = minutes * minute;
  const until = Math.floor(now.getTime() / unit) * unit + unit;
  const from = until - length;
  const before = from - length;
  const counts = selectCounts(db, workspaceId, query).where('minutes', '=', minutes);
  const [series, groups] = await Promise.all([
    counts
      .select(sql<number>`cast(floor((at - ${from}) / cast(${point} as real)) as integer)`.as('slot'))
      .where('at', '>=', from)
      .groupBy('slot')
      .execute(),
    counts
      .select((builder) => [apiOf(query.by)(builder).as('group_api'), nameOf[query.by](builder).as('name')])
      .select(sql<number>`case when at >= ${from} then 1 else 0 end`.as('is_current'))
      .where('at', '>=', before)
      .groupBy(['group_api', 'name', 'is_current'])
      .execute(),
  ]);
  const isCurrent = (row: { is_current: number }) => Number(row.is_current) === 1;
  const bySlot = Map.groupBy(series, ({ slot }) => Number(slot));
  const named = groups.map((row) => ({
    ...row,
    name: query.by === 'version' ? findVersion(row.group_api, String(row.name)) : String(row.name),
  }));
  const byGroup = [...Map.groupBy(named, ({ group_api, name }) => `${group_api} ${name}`).values()].map((rows) => ({
    api: rows[0]?.group_api || null,
    name: rows[0]?.name || null,
    figures: figuresOf(rows.filter(isCurrent).map(asNumbers)),
    previous: figuresOf(rows.filter((row) => !isCurrent(row)).map(asNumbers)),
  }));
  return {
    from: new Date(from),
    until: new Date(until),
    pointSeconds: point / 1000,
    totals: figuresOf(groups.filter(isCurrent).map(asNumbers)),
    previous: figuresOf(groups.filter((row) => !isCurrent(row)).map(asNumbers)),
    series: Array.from({ length: length / point }, (_, slot) => ({
      at: new Date(from + slot * point),
      figures: figuresOf((bySlot.get(slot) ?? []).map(asNumbers)),
    })),
    groups: byGroup
      .sort((a, b) => b.figures.calls - a.figures.calls || b.previous.calls - a.previous.calls)
      .slice(0, mostGroups),
  };
}

type Builder = ExpressionBuilder<Tables, 'usage'>;

const nameOf = {
  api: ({ ref }: Builder) => ref('api').$castTo<string | number>(),
  operation: ({ ref }: Builder) => ref('operation').$castTo<string | number>(),
  version: ({ ref }: Builder) => ref('operation').$castTo<string | number>(),
  credential: ({ ref }: Builder) => ref('actor_id').$castTo<string | number>(),
  status: ({ ref }: Builder) => ref('status').$castTo<string | number>(),
  error_code: ({ ref }: Builder) => ref('error_code').$castTo<string | number>(),
};

/** Operations of two APIs may share a name. */
function apiOf(by: Grouping) {
  return ({ ref, val }: Builder) => (['api', 'operation', 'version'].includes(by) ? ref('api') : val(''));
}

function selectCounts(db: Database, workspaceId: string, { target, api, operation, credential_id }: UsageQuery) {
  const sums = ['calls', 'request_bytes', 'response_bytes', 'dropped'] as const;
  return db
    .selectFrom('usage')
    .where('workspace_id', '=', workspaceId)
    .$if(target !== undefined, (query) => query.where('api', comparedWithPortal[target as CallTarget], portalApi))
    .$if(api !== undefined, (query) => query.where('api', '=', api as string))
    .$if(operation !== undefined, (query) => query.where('operation', '=', operation as string))
    .$if(credential_id !== undefined, (query) => query.where('actor_id', '=', credential_id as string))
    .select(['status', 'bucket'])
    .select(({ fn }) => sums.map((name) => fn.sum<number>(name).as(name)))
    .groupBy(['status', 'bucket']);
}

/** PostgreSQL's sums are texts. */
function asNumbers(row: Counted): Counted {
  return {
    status: row.status,
    bucket: row.bucket,
    calls: Number(row.calls),
    request_bytes: Number(row.request_bytes),
    response_bytes: Number(row.response_bytes),
    dropped: Number(row.dropped),
  };
}
