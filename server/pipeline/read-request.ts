import type { Incoming } from '../answers/incoming.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { inNewestShape } from '../records/show/older-shape.ts';
import type { Call } from '../sandbox/behaviours/call.ts';
import type { Stages } from './stages.ts';
import { negotiate } from './steps/negotiate.ts';
import { readBody } from './steps/read-body.ts';
import type { Route } from './steps/route.ts';
import { validate } from './steps/validate.ts';

/** A valid request, in the types of the document. */
export type ReadRequest = Pick<Call, 'parameters' | 'body' | 'bodyType' | 'files' | 'mediaType'>;

/** Selects the media type of the response, then reads and validates parameters and body. */
export function readRequest(
  api: ServedApi,
  plan: OperationPlan,
  route: Route,
  incoming: Incoming,
  stages: Stages,
): ReadRequest {
  try {
    return read(api, plan, route, incoming);
  } finally {
    stages.end('validate');
  }
}

function read(api: ServedApi, plan: OperationPlan, route: Route, incoming: Incoming): ReadRequest {
  const mediaType = negotiate(plan, api.profile, incoming);
  const sent = readBody(api, route.operation, incoming);
  const { parameters, body } = validate(api, route, incoming, sent);
  return { parameters, body: inNewestShape(api, plan, body), bodyType: sent?.mediaType, files: sent?.files, mediaType };
}
