import type { Answer } from '../answers/answer.ts';
import type { Incoming } from '../answers/incoming.ts';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';
import { findRefusalOfFailure } from '../dialect/errors/refusal-of-failure.ts';
import { readSimulation, type Simulation } from '../dialect/simulation/simulation.ts';
import { findContact } from '../openapi/contact.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { noteThrown } from '../profiles/note-running.ts';
import { type Admission, admit } from './admit.ts';
import { callPlatform } from './call-platform.ts';
import { callSandbox } from './call-sandbox.ts';
import { finish } from './finish.ts';
import type { Reply } from './reply.ts';
import { Stages } from './stages.ts';
import { answerRefusal } from './steps/answer-refusal.ts';
import { checkAccess } from './steps/check-access.ts';
import { simulate } from './steps/simulate.ts';
import { tokenAnswer } from './steps/token-answer.ts';

/** A response, and the simulation that the caller requested. */
interface Outcome {
  answer: Answer;
  simulation?: Simulation;
}

/**
 * Runs a request through all steps, from its route to its reply. Never throws: refusals are responses. `refused` is an error
 * found earlier; like any refusal it waits until the caller is known and counted.
 */
export async function handleRequest(
  context: Context,
  api: ServedApi,
  incoming: Incoming,
  refused?: Refusal,
): Promise<Reply> {
  const { publicUrl } = context.config;
  const stages = new Stages(context.activity.hasRoom());
  const admission = await admit(context, api, incoming, refused, stages);
  let refusedWith: Refusal | undefined;
  const refuse = (error: unknown): Answer => {
    const refusal = error instanceof Refusal ? error : (findRefusalOfFailure(error) ?? internalError(api));
    refusedWith = refusal;
    if (refusal !== error) {
      context.log.error({ reqId: incoming.id, err: error });
      noteThrown(context.faults, api, error);
    }
    const { operation, now } = admission;
    const answer = answerRefusal(refusal, incoming, publicUrl, { api, operation, now });
    return api.profile.caching ? { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } } : answer;
  };
  const end = (answer: Answer, simulation?: Simulation): Reply => {
    const reply = finish(answer, { api, incoming, publicUrl }, admission, simulation);
    stages.end('write');
    const { operation, principal, now } = admission;
    const workspaceId = principal?.workspaceId ?? refusedWith?.workspaceId;
    const refusal = reply.status >= 400 ? refusedWith : undefined;
    reply.trail = { api, operation, principal, workspaceId, now, refusal, stages };
    return reply;
  };
  const { answer, simulation } = await act(context, api, incoming, admission, refuse);
  stages.end('handle');
  try {
    return end(answer, simulation);
  } catch (error) {
    return end(refuse(error));
  }
}

/** Performs, refuses or simulates the operation. Never throws. */
async function act(
  context: Context,
  api: ServedApi,
  incoming: Incoming,
  admission: Admission,
  refuse: (error: unknown) => Answer,
): Promise<Outcome> {
  const { route, error, now } = admission;
  if (error !== undefined) return { answer: refuse(error) };
  try {
    if (!route) return { answer: await tokenAnswer(context, incoming) };
    const plan = api.plan.operations.get(route.operation);
    if (!plan) throw new Error(`There is no plan for ${route.operation.id}.`);
    checkAccess(api, plan, route);
    const admitted = { ...admission, route };
    if (api.isPlatform) return { answer: await callPlatform(context, api, plan, incoming, admitted) };
    const simulation = api.profile.simulation === false ? undefined : readSimulation(incoming.headers);
    const simulated = simulation && simulate({ api, plan, now }, simulation);
    if (simulated) return { answer: simulated instanceof Refusal ? refuse(simulated) : simulated, simulation };
    const answer = await callSandbox(context, api, plan, incoming, admitted, refuse).catch(refuse);
    return { answer, simulation };
  } catch (thrown) {
    return { answer: refuse(thrown) };
  }
}

function internalError({ document }: ServedApi): Refusal {
  const { email, url } = findContact(document) ?? {};
  const to = email ?? url;
  return new Refusal('internal_error', to ? say('http.failed-write', { to }) : say('http.failed-report'));
}
