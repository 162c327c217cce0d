import type { Context } from '../context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Database } from '../db/schema.ts';
import type { Answer } from '../dialect/answer.ts';
import { Refusal } from '../dialect/errors/refusal.ts';
import { readSimulation, type Simulation } from '../dialect/simulation/simulation.ts';
import { networkOf } from '../identity/network-of.ts';
import type { Principal } from '../identity/principal.ts';
import { workspaceNow } from '../identity/workspace-clock.ts';
import type { Operation } from '../openapi/operations.ts';
import type { Call } from '../sandbox/behaviours/call.ts';
import { applyDueSteps, showsLives } from '../sandbox/lifecycle/apply-due-steps.ts';
import { runWatched } from '../sandbox/lifecycle/live.ts';
import { lockRecord } from '../sandbox/lock-record.ts';
import { inNewestShape } from '../sandbox/older-shape.ts';
import type { OperationPlan } from '../sandbox/plan/plan-types.ts';
import type { ServedApi } from '../sandbox/served-api.ts';
import { addLinks } from './add-links.ts';
import { announceDeprecation } from './announce-deprecation.ts';
import { answerRefusal } from './answer-refusal.ts';
import { authorize } from './authorize.ts';
import { checkAccess } from './check-access.ts';
import { makeConditional } from './conditional.ts';
import { conform } from './conform.ts';
import type { Incoming } from './exchange.ts';
import { handle } from './handle.ts';
import { once } from './idempotency.ts';
import { identify } from './identify.ts';
import { limit, limitKey } from './limit.ts';
import { negotiate } from './negotiate.ts';
import { checkPreconditions, hasPrecondition } from './preconditions.ts';
import { readBody } from './read-body.ts';
import { type Route, route } from './route.ts';
import { keepSelected } from './select-fields.ts';
import { shareWithOrigin } from './share-with-origin.ts';
import { showSimulation, simulate } from './simulate.ts';
import { type ValidRequest, validate } from './validate.ts';
import { writeAnswer } from './write-answer.ts';

/** What a handler of the portal's own API gets; operations of the sandboxes have none. */
export interface HandlerCall {
  context: Context;
  request: ValidRequest;
  incoming: Incoming;
  principal: Principal | undefined;
}

export type Handler = (call: HandlerCall) => Promise<Answer>;

export interface HandleOptions {
  handlers?: Record<string, Handler>;
  /** Why the request is refused already; as any other refusal it waits until the caller is known and counted. */
  refused?: Refusal;
  onError: (error: unknown) => void;
}

/** Takes a request through all steps, from its route to its answer. Never throws: a refusal is an answer too. */
export async function handleRequest(
  context: Context,
  api: ServedApi,
  incoming: Incoming,
  { handlers, refused, onError }: HandleOptions,
): Promise<Answer> {
  let operation: Operation | undefined;
  let principal: Principal | undefined;
  let limits: Record<string, string> = {};
  let simulation: Simulation | undefined;
  try {
    const found = refused ?? route(api.router, incoming);
    if (!(found instanceof Refusal)) operation = found.operation;
    const isOpen = handlers !== undefined && !operation?.security.length;
    principal = isOpen ? undefined : await identify(context, api, operation, incoming);
    if (principal) {
      authorize(api, operation, incoming, principal);
      limitKey(context, principal);
    }
    const clock = principal ? workspaceNow(principal, context.now()) : context.now();
    // The portal's own limits hold in real time: nobody gets past them by moving a clock.
    const counted = handlers ? context.now() : clock;
    limits = await limit(context, api, principal?.workspaceId ?? networkOf(incoming.address), counted);
    if (found instanceof Refusal) throw found;

    const plan = api.plan.operations.get(found.operation);
    if (!plan) throw new Error(`There is no plan for ${found.operation.id}.`);
    checkAccess(api, plan, found);
    if (handlers) {
      const request = readRequest(found, plan);
      const answer = await getHandler(handlers, found.operation.id)({ context, request, incoming, principal });
      return written(makeConditional(answer, { api, plan, mediaType: request.mediaType }, incoming));
    }
    const asked = api.profile.simulation === false ? undefined : readSimulation(incoming.headers);
    const simulated = asked && simulate({ api, plan, now: clock }, asked);
    simulation = asked;
    if (simulated instanceof Refusal) throw simulated;
    if (simulated) return written(simulated);
    const { workspaceId } = principal as Principal;
    const baseUrl = context.config.publicUrl + api.basePath;
    await context.ensureSeeded(api, workspaceId);
    if (showsLives(api, plan)) await applyDueSteps(context.db, { api, workspaceId, baseUrl }, clock);
    const act = async (db: Database): Promise<Answer> => {
      const call = {
        db,
        api,
        plan,
        workspaceId,
        requestId: incoming.id,
        now: clock,
        url: incoming.url,
        baseUrl,
        ...readRequest(found, plan),
      };
      return runWatched(call, (watched) => answerCall(watched, incoming));
    };
    // Under a key a refusal is kept as any answer is, and what was changed before it is undone.
    const perform = (db: Database) => (db.isTransaction ? inTransaction(db, act) : act(db)).catch(refuse);
    return written(await once(context, { api, operation: found.operation, incoming, workspaceId, clock }, perform));
  } catch (error) {
    return written(refuse(error));
  }

  function written(answer: Answer): Answer {
    const inFormat = writeAnswer(answer, incoming, { api, profile: api.profile, operation });
    // What an answer tells of a limit by itself is truer than what was counted.
    const whole = { ...inFormat, headers: { ...limits, ...inFormat.headers } };
    const told = simulation ? showSimulation(whole, simulation) : whole;
    const shared = shareWithOrigin(told, principal, incoming, context.config.publicUrl);
    return announceDeprecation(shared, api, incoming, context.config.publicUrl);
  }

  function readRequest(found: Route, plan: OperationPlan): ValidRequest & Pick<Call, 'bodyType' | 'mediaType'> {
    const mediaType = negotiate(plan, api.profile, incoming);
    const read = readBody(api, found.operation, incoming);
    const { parameters, body } = validate(api, found, incoming, read);
    return { parameters, body: inNewestShape(api, plan, body), bodyType: read?.mediaType, mediaType };
  }

  function refuse(error: unknown): Answer {
    const refusal = error instanceof Refusal ? error : internalError();
    if (refusal !== error) onError(error);
    const answer = answerRefusal(refusal, incoming, context.config.publicUrl, { api, profile: api.profile, operation });
    return api.profile.caching ? withHeaders(answer, { 'cache-control': 'no-store' }) : answer;
  }
}

/** Does what a call asks for; where it says how the record must be, nobody changes that record in between. */
async function answerCall(call: Call, incoming: Incoming): Promise<Answer> {
  const { api, plan, db } = call;
  if (!api.profile.caching || !hasPrecondition(incoming)) return makeConditional(await behave(call), call, incoming);
  return inTransaction(db, async (transaction) => {
    const inside = { ...call, db: transaction };
    const read = findRead(api, plan);
    if (read) {
      await lockRecord(inside);
      const asked = {
        ...inside,
        plan: read,
        body: undefined,
        mediaType: read.success.mediaType,
        parameters: { ...call.parameters, query: {} },
      };
      const current = await behave(asked).catch(absent);
      // What is not there cannot have changed: the operation itself refuses it, or creates it.
      if (current || plan.putCreates) checkPreconditions(incoming, current, api.profile);
    }
    return behave(inside);
  });
}

async function behave(call: Call): Promise<Answer> {
  return keepSelected(call, conform(call, addLinks(call, await handle(call))));
}

function findRead({ plan }: ServedApi, { operation }: OperationPlan): OperationPlan | undefined {
  return [...plan.operations.values()].find(
    (other) => other.operation.path === operation.path && other.operation.method === 'get',
  );
}

function absent(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

function withHeaders(answer: Answer, headers: Record<string, string>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
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
