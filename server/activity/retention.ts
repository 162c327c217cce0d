import { inSlices } from '../db/in-slices.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Database } from '../db/schema.ts';

/** What of the calls is kept, and for how long. */
export interface RequestLogSettings {
  isOn: boolean;
  days: number;
  /** What calls sent and received is kept for a shorter time. */
  contentHours: number;
  /** How many calls of a workspace are kept, by its kind. */
  kept: Record<'guest' | 'team', number>;
}

const hour = 60 * 60_000;
const day = 24 * hour;

/** How long counts are kept: those of minutes, and those of hours, which show a month beside the month before. */
const usageKept: [minutes: number, milliseconds: number][] = [
  [1, 2 * day],
  [60, 62 * day],
];

/** Removes what is older than it may be, what is more than a workspace may have, and what belongs to workspaces that are gone. */
export async function removeOldActivity(db: Database, real: Date, settings: RequestLogSettings): Promise<void> {
  const now = real.getTime();
  await inSlices((most) => removeRequests(db, most, (query) => query.where('at', '<', now - settings.days * day)));
  await inSlices((most) => removeContents(db, most, now - settings.contentHours * hour));
  for (const [minutes, age] of usageKept) await inSlices(() => removeUsage(db, minutes, now - age));
  for await (const { id, kind } of workspacesWithRequests(db)) {
    const last = kind && (await findLastKept(db, id, settings.kept[kind]));
    if (!kind) await removeActivityOf(db, id);
    else if (last !== undefined)
      await inSlices((most) =>
        removeRequests(db, most, (query) => query.where('workspace_id', '=', id).where('seq', '<=', last)),
      );
  }
}

/** Removes all calls and counts of a workspace, in slices. */
export async function removeActivityOf(db: Database, workspaceId: string): Promise<void> {
  await inSlices((most) => removeRequests(db, most, (query) => query.where('workspace_id', '=', workspaceId)));
  await inSlices(async (most) => {
    const ids = db.selectFrom('request_content').select('request_id').where('workspace_id', '=', workspaceId);
    const { numDeletedRows } = await db
      .deleteFrom('request_content')
      .where('workspace_id', '=', workspaceId)
      .where('request_id', 'in', ids.limit(most))
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  });
  await inSlices(async () => {
    const times = db.selectFrom('usage').select('at').distinct().where('workspace_id', '=', workspaceId);
    const { numDeletedRows } = await db
      .deleteFrom('usage')
      .where('workspace_id', '=', workspaceId)
      .where('at', 'in', times.limit(20))
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  });
}

type Requests = ReturnType<typeof requests>;

function requests(db: Database) {
  return db.selectFrom('request').select(['seq', 'id', 'workspace_id']);
}

async function removeRequests(db: Database, most: number, choose: (query: Requests) => Requests): Promise<number> {
  const old = await choose(requests(db)).limit(most).execute();
  if (old.length === 0) return 0;
  await inTransaction(db, async (transaction) => {
    const seqs = old.map(({ seq }) => seq);
    await transaction.deleteFrom('request').where('seq', 'in', seqs).execute();
    for (const [workspaceId, rows] of Map.groupBy(old, ({ workspace_id }) => workspace_id))
      await transaction
        .deleteFrom('request_content')
        .where('workspace_id', '=', workspaceId)
        .where(
          'request_id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute();
  });
  return old.length;
}

async function removeContents(db: Database, most: number, before: number): Promise<number> {
  const old = db.selectFrom('request_content').select('at').where('at', '<', before).orderBy('at').limit(most);
  const [last] = await db
    .selectFrom(old.as('old'))
    .select(({ fn }) => fn.max('at').as('at'))
    .execute();
  if (!last?.at) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('request_content')
    .where('at', '<=', last.at)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function removeUsage(db: Database, minutes: number, before: number): Promise<number> {
  const [first] = await db
    .selectFrom('usage')
    .select('at')
    .where('minutes', '=', minutes)
    .where('at', '<', before)
    .orderBy('at')
    .limit(1)
    .execute();
  if (!first) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('usage')
    .where('minutes', '=', minutes)
    .where('at', '=', first.at)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** The workspaces that calls belong to, one after another; without a kind where the workspace is gone. */
async function* workspacesWithRequests(
  db: Database,
): AsyncGenerator<{ id: string; kind: 'guest' | 'team' | undefined }> {
  for (let last = ''; ; ) {
    const next = await db
      .selectFrom('request')
      .leftJoin('workspace', 'workspace.id', 'request.workspace_id')
      .select(['request.workspace_id as id', 'workspace.kind'])
      .where('request.workspace_id', '>', last)
      .orderBy('request.workspace_id')
      .limit(1)
      .executeTakeFirst();
    if (!next) return;
    yield { id: next.id, kind: next.kind ?? undefined };
    last = next.id;
  }
}

/** The newest call of a workspace that is one too many; undefined if it has no more than it may. */
async function findLastKept(db: Database, workspaceId: string, kept: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('request')
    .select('seq')
    .where('workspace_id', '=', workspaceId)
    .orderBy('seq', 'desc')
    .offset(kept)
    .limit(1)
    .executeTakeFirst();
  return row?.seq;
}
