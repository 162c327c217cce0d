import type { Context } from '../context.ts';
import type { Answer } from '../dialect/answer.ts';
import { Refusal } from '../dialect/errors/refusal.ts';
import type { Principal } from '../identity/principal.ts';
import type { Operation } from '../openapi/operations.ts';
import { behaviours } from '../sandbox/behaviours/behave.ts';
import type { ServedApi } from '../sandbox/served-api.ts';
import { answerRefusal } from './answer-refusal.ts';
import type { Incoming } from './exchange.ts';
import { identify } from './identify.ts';
import { negotiate } from './negotiate.ts';
import { readBody } from './read-body.ts';
import { route } from './route.ts';
import { type ValidRequest, validate } from './validate.ts';

/** What a handler of the portal's own API gets; operations of the sandboxes have none. */
export interface HandlerCall {
  context: Context;
  request: ValidRequest;
  incoming: Incoming;
  principal: Principal | undefined;
}

export type Handler = (call: HandlerCall) => Promise<Answer>;

/** Takes a request through all steps: route, identify, negotiate, read, validate, handle. Never throws: a refusal is an answer too. */
export async function handleRequest(
  context: Context,
  api: ServedApi,
  incoming: Incoming,
  { handlers, onError }: { handlers?: Record<string, Handler>; onError: (error: unknown) => void },
): Promise<Answer> {
  let operation: Operation | undefined;
  try {
    const found = route(api.router, incoming);
    if (!(found instanceof Refusal)) operation = found.operation;
    const isOpen = handlers !== undefined && !operation?.security.length;
    const principal = isOpen ? undefined : await identify(context.verifyKey, api, operation, incoming);
    if (found instanceof Refusal) throw found;

    const plan = api.plan.operations.get(found.operation);
    if (!plan) throw new Error(`There is no plan for ${found.operation.id}.`);
    negotiate(plan, incoming);
    const read = readBody(found.operation, incoming);
    const request = validate(api, found, incoming, read);
    if (handlers) return await getHandler(handlers, found.operation.id)({ context, request, incoming, principal });

    const { workspaceId } = principal as Principal;
    await context.ensureSeeded(api, workspaceId);
    const call = { db: context.db, api, plan, workspaceId, now: context.now(), url: incoming.url, ...request };
    return await behaviours[plan.role]({ ...call, bodyType: read?.mediaType });
  } catch (error) {
    const refusal = error instanceof Refusal ? error : internalError();
    if (refusal !== error) onError(error);
    return answerRefusal(refusal, incoming, context.config.publicUrl, { api, profile: api.profile, operation });
  }
}

function getHandler(handlers: Record<string, Handler>, id: string): Handler {
  const handler = handlers[id];
  if (!handler) throw new Error(`The platform has no handler for ${id}.`);
  return handler;
}

function internalError(): Refusal {
  return new Refusal('internal_error', {
    en: 'Something failed on our side. Send the request again; if it goes on, tell us the request id.',
    pt: 'Algo falhou do nosso lado. Envie a requisição de novo; se continuar, informe o id da requisição.',
  });
}
