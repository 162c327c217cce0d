import type { Answer } from '../../answers/answer.ts';
import { behaviours } from '../../sandbox/behaviours/behave.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';
import { operationCall } from '../../sandbox/operation-call.ts';

/** Does what the operation does: by its own handler where the profile has one, else by the role that was inferred. */
export async function behave(call: Call): Promise<Answer> {
  const { api, plan } = call;
  const handler = api.profile.handlers?.[plan.operation.id];
  return handler ? handler(operationCall(call)) : behaviours[plan.role](call);
}
