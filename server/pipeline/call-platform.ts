import type { Answer } from '../answers/answer.ts';
import type { Incoming } from '../answers/incoming.ts';
import { Refusal } from '../answers/refusal.ts';
import type { Context } from '../context.ts';
import { isSessionOpen } from '../people/session.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { getHandler } from '../platform/handlers.ts';
import type { Admission } from './admit.ts';
import { readRequest } from './read-request.ts';
import { authorize } from './steps/authorize.ts';
import { makeConditional } from './steps/conditional.ts';
import { findCaller } from './steps/identify.ts';
import type { Route } from './steps/route.ts';

/** Runs the handler of a platform operation. */
export async function callPlatform(
  context: Context,
  api: ServedApi,
  plan: OperationPlan,
  incoming: Incoming,
  { route, principal, stages }: Admission & { route: Route },
): Promise<Answer> {
  const { parameters, body, mediaType } = readRequest(api, plan, route, incoming, stages);
  const handle = getHandler(plan.operation.id);
  const stillMay = async () => {
    if (principal?.sessionId) return isSessionOpen(context, principal);
    try {
      const caller = await findCaller(context, api, plan.operation, incoming);
      authorize(api, plan.operation, incoming, caller);
      return caller.workspaceId === principal?.workspaceId;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };
  const findSender = async () => {
    if (principal) return principal;
    try {
      const sender = await findCaller(context, api, undefined, incoming);
      authorize(api, undefined, incoming, sender);
      return sender;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  };
  const answer = await handle({
    context,
    incoming,
    principal,
    stillMay,
    findSender,
    path: parameters.path,
    query: parameters.query,
    body,
  });
  return makeConditional(answer, { api, plan, mediaType }, incoming);
}
