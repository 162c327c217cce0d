import type { Answer } from '../answers/answer.ts';
import type { Incoming } from '../answers/incoming.ts';
import { Refusal } from '../answers/refusal.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { acceptableTypes } from '../dialect/formats/preferred-type.ts';
import { memoize } from '../openapi/memoize.ts';
import { offeredTypes } from '../plan/offered-types.ts';
import type { ApiPlan, OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Call } from '../sandbox/behaviours/call.ts';
import { lockRecord } from '../sandbox/lock-record.ts';
import { streamAnswer } from '../sandbox/streams/stream-answer.ts';
import { addLinks } from './steps/add-links.ts';
import { behave } from './steps/behave.ts';
import { hasTags, makeConditional } from './steps/conditional.ts';
import { conform } from './steps/conform.ts';
import { checkPreconditions, hasPrecondition } from './steps/preconditions.ts';
import { selectAnswerFields } from './steps/select-fields.ts';

/** Performs a call; its response is a stream where the caller wants one that is declared. */
export async function perform(call: Call, incoming: Incoming): Promise<Answer> {
  return streamAnswer(call, await performOnce(call, incoming), incoming.headers);
}

/** With a precondition, the record is locked against concurrent changes. */
async function performOnce(call: Call, incoming: Incoming): Promise<Answer> {
  const { api, db, plan } = call;
  if (!hasPrecondition(incoming)) return makeConditional(await answer(call), call, incoming);
  const read = findRead(api, plan);
  if (!hasTags(api, read ?? plan)) return makeConditional(await answer(call), call, incoming);
  return inTransaction(db, async (transaction) => {
    const inside = { ...call, db: transaction };
    if (read) await checkCurrent(inside, incoming, read);
    return answer(inside);
  });
}

/** Checks the preconditions against the record's current representation. */
async function checkCurrent(call: Call, incoming: Incoming, read: OperationPlan): Promise<void> {
  const { api, plan, parameters } = call;
  await lockRecord(call);
  const { mediaType } = read.success;
  const asked = { ...call, plan: read, body: undefined, mediaType, parameters: { ...parameters, query: {} } };
  const current = await answer(asked).catch(absent);
  // A missing record cannot have changed: the operation itself refuses or creates it.
  if (current || plan.putCreates)
    checkPreconditions(incoming, current, acceptableTypes(offeredTypes(read, api.profile)));
}

async function answer(call: Call): Promise<Answer> {
  return selectAnswerFields(call, conform(call, addLinks(call, await behave(call))));
}

function findRead({ plan }: ServedApi, { operation }: OperationPlan): OperationPlan | undefined {
  return readAt(plan).get(operation.path);
}

/** The operations that read, by path. */
const readAt = memoize(({ operations }: ApiPlan) => {
  const reads = [...operations.values()].filter(({ operation }) => operation.method === 'get');
  return new Map(reads.map((plan) => [plan.operation.path, plan]));
});

function absent(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
