import { sql } from 'kysely';
import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';
import { stamp } from '../last-change.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { RecordBody } from '../record-store.ts';
import type { ServedApi } from '../served-api.ts';
import { createNumberer } from './numberer.ts';
import { takeStep } from './take-step.ts';

/** An API in a workspace. */
export interface Living {
  api: ServedApi;
  workspaceId: string;
  /** The address that the API's paths are below. */
  baseUrl: string;
}

/** A record with a step before it. */
export interface DueRecord {
  seq: number;
  store: string;
  parent: string;
  id: string;
  body: RecordBody;
  dueAt: number;
  requestId: string | null;
}

const batchSize = 500;

const probe = prepareQuery((db) =>
  db
    .selectFrom('record')
    .select('seq')
    .where('workspace_id', '=', '')
    .where('api', '=', '')
    .where('due_at', '<=', 0)
    .limit(sql.lit(1)),
);

/**
 * Takes the steps that are due in a workspace, each once and in the order in which they were due, so that whatever is read
 * afterwards is as it has to be by now. Where nothing is due, that is one look into a small index.
 */
export async function applyDueSteps(db: Database, living: Living, now: Date): Promise<void> {
  const { api, workspaceId } = living;
  if (!hasLifecycles(api)) return;
  while ((await probe(db, [workspaceId, api.slug, now.getTime()])).length > 0) {
    await inTransaction(db, async (transaction) => {
      await lockWorkspace(transaction, workspaceId);
      await takeBatch(transaction, living, now.getTime());
    });
  }
}

/** Whether an operation may show or change what goes through a lifecycle. */
export function showsLives(api: ServedApi, { resource }: OperationPlan): boolean {
  return resource ? api.profile.resources?.[resource.store]?.lifecycle !== undefined : hasLifecycles(api);
}

function hasLifecycles({ profile }: ServedApi): boolean {
  return Object.values(profile.resources ?? {}).some(({ lifecycle }) => lifecycle !== undefined);
}

/** Takes the earliest due steps and those that follow from them, up to where another batch has to go on. */
async function takeBatch(transaction: Database, living: Living, now: number): Promise<void> {
  const waiting = await findDue(transaction, living, now);
  const horizon = waiting.length < batchSize ? now : (waiting.at(-1)?.dueAt as number);
  const changed = new Set<DueRecord>();
  const numberer = createNumberer(transaction);
  const scene = { ...living, now: new Date(now) };
  for (let record = earliest(waiting, horizon); record; record = earliest(waiting, horizon)) {
    const dueAt = await takeStep(transaction, scene, record, numberer);
    changed.add(record);
    if (dueAt === null) waiting.splice(waiting.indexOf(record), 1);
    else record.dueAt = dueAt;
  }
  for (const record of changed) {
    const due_at = waiting.includes(record) ? record.dueAt : null;
    const { body, changedAt } = await stamp(transaction, scene, record.store, record.body);
    await transaction
      .updateTable('record')
      .set({ body: JSON.stringify(body), due_at, changed_at: changedAt })
      .where('seq', '=', record.seq)
      .execute();
  }
}

async function findDue(transaction: Database, { api, workspaceId }: Living, now: number): Promise<DueRecord[]> {
  const rows = await transaction
    .selectFrom('record')
    .select(['seq', 'store', 'parent', 'id', 'body', 'due_at', 'request_id'])
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api.slug)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('seq')
    .limit(batchSize)
    .execute();
  return rows.map(({ due_at, body, request_id, ...row }) => ({
    ...row,
    requestId: request_id,
    body: JSON.parse(body) as RecordBody,
    dueAt: due_at as number,
  }));
}

function earliest(waiting: DueRecord[], horizon: number): DueRecord | undefined {
  let first: DueRecord | undefined;
  for (const record of waiting) {
    if (record.dueAt > horizon) continue;
    if (!first || record.dueAt < first.dueAt || (record.dueAt === first.dueAt && record.seq < first.seq))
      first = record;
  }
  return first;
}
