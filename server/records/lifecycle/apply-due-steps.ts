import { sql } from 'kysely';
import { parseExactly } from '../../../wire/exact-json.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { rulesOf } from '../../dialect/rules-of.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import type { Sandbox } from '../sandbox.ts';
import { createNumberer } from './numberer.ts';
import { type DueRecord, takeStep } from './take-step.ts';

const batchSize = 500;

const probe = prepareQuery<{ workspaceId: string; api: string; now: number }, { seq: number }>(
  (db, { workspaceId, api, now }) =>
    db
      .selectFrom('record')
      .select('seq')
      .where('workspace_id', '=', workspaceId)
      .where('api', '=', api)
      .where('due_at', '<=', now)
      .limit(sql.lit(1)),
);

/**
 * Takes the due steps of a sandbox, each once and in order, so that everything read afterwards is up to date. Without due
 * steps this is one look-up in a small index.
 */
export async function applyDueSteps(sandbox: Sandbox): Promise<void> {
  const { db, api, workspaceId, now } = sandbox;
  if (!hasLifecycles(api)) return;
  while ((await probe(db, { workspaceId, api: api.slug, now: now.getTime() })).length > 0) {
    await inTransaction(db, async (transaction) => {
      await lockWorkspace(transaction, workspaceId);
      await takeBatch({ ...sandbox, db: transaction });
    });
  }
}

/**
 * Whether an operation may show or change records with a lifecycle: its own, those that they reference, and whatever a handler of
 * the profile looks up.
 */
export function showsLifecycle(api: ServedApi, { resource, operation }: OperationPlan): boolean {
  const { profile } = api;
  if (!resource || profile.handlers?.[operation.id]) return hasLifecycles(api);
  const { lifecycle, references = {} } = rulesOf(profile, resource.store);
  return Boolean(lifecycle) || Object.values(references).some((store) => rulesOf(profile, store).lifecycle);
}

function hasLifecycles({ profile }: ServedApi): boolean {
  return Object.values(profile.resources ?? {}).some(({ lifecycle }) => lifecycle !== undefined);
}

/** Takes the earliest due steps and those that follow from them, up to the limit of a batch. */
async function takeBatch(sandbox: Sandbox): Promise<void> {
  const waiting = await findDue(sandbox);
  const horizon = waiting.length < batchSize ? sandbox.now.getTime() : (waiting.at(-1)?.dueAt as number);
  const numberer = createNumberer(sandbox.db);
  for (let record = earliest(waiting, horizon); record; record = earliest(waiting, horizon)) {
    const next = await takeStep(sandbox, record, numberer);
    waiting.splice(waiting.indexOf(record), 1, ...(next ? [next] : []));
  }
}

async function findDue({ db, api, workspaceId, now }: Sandbox): Promise<DueRecord[]> {
  const rows = await db
    .selectFrom('record')
    .select(['seq', 'store', 'parent', 'id', 'body', 'due_at', 'request_id'])
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api.slug)
    .where('due_at', '<=', now.getTime())
    .orderBy('due_at')
    .orderBy('seq')
    .limit(batchSize)
    .execute();
  return rows.map(({ due_at, body, request_id, ...row }) => ({
    ...row,
    requestId: request_id,
    body: parseExactly(body) as RecordBody,
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
