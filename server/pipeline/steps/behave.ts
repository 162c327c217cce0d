import type { Answer } from '../../answers/answer.ts';
import { getBehaviour } from '../../sandbox/behaviours/behave.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';
import { withContents } from '../../sandbox/behaviours/contents.ts';
import { giveToken } from '../../sandbox/behaviours/give-token.ts';
import { placedByRecord } from '../../sandbox/behaviours/placed-by-record.ts';
import { withReferences } from '../../sandbox/behaviours/sent-references.ts';
import { expandAnswer } from '../../sandbox/expand-answer.ts';
import { operationCall } from '../../sandbox/operation-call.ts';

/** Runs the operation: its handler from the profile, else the behaviour of its inferred role. */
export async function behave(call: Call): Promise<Answer> {
  const { api, plan, token } = call;
  if (token) return giveToken(call, token);
  const handler = api.profile.handlers?.[plan.operation.id];
  if (handler) return handler(operationCall(call));
  const sent = placedByRecord(await withReferences(call));
  return expandAnswer(sent, await withContents(sent, getBehaviour(plan.role)));
}
