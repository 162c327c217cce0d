import type { Incoming } from '../answers/incoming.ts';
import { Refusal } from '../answers/refusal.ts';
import type { Context } from '../context.ts';
import { networkOf } from '../identity/network-of.ts';
import type { Principal } from '../identity/principal.ts';
import { workspaceNow } from '../identity/workspace-clock.ts';
import { isOpen } from '../openapi/is-open.ts';
import type { Operation } from '../openapi/operations.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { asksForToken } from '../plan/token-requests.ts';
import type { Stages } from './stages.ts';
import { authorize } from './steps/authorize.ts';
import { identify } from './steps/identify.ts';
import { limit, limitKey } from './steps/limit.ts';
import { refuseEndedVersion } from './steps/refuse-ended-version.ts';
import { type Route, route } from './steps/route.ts';

/** The result of routing and authentication: the operation of a request, and its caller. */
export interface Admission {
  route?: Route;
  operation?: Operation;
  principal?: Principal;
  /** The caller's time: the workspace's clock, once the workspace is known. */
  now: Date;
  /** Headers that report the API's limit. */
  limits: Record<string, string>;
  /** Why the request is refused. */
  error?: unknown;
  stages: Stages;
}

/**
 * Finds the operation and the caller of a request, and counts it against the limits. An unknown path or method is refused
 * only after that, and so is `refused`, an error found earlier. Never throws: the error is part of the admission.
 */
export async function admit(
  context: Context,
  api: ServedApi,
  incoming: Incoming,
  refused: Refusal | undefined,
  stages: Stages,
): Promise<Admission> {
  const admission: Admission = { now: context.now(), limits: {}, stages };
  try {
    const found = refused ?? route(api, incoming);
    if (!(found instanceof Refusal)) Object.assign(admission, { route: found, operation: found.operation });
    await admitCaller(context, api, incoming, admission);
    refuseEndedVersion(api, incoming, admission.now, context.config.publicUrl);
    if (found instanceof Refusal && !asksForToken(api, undefined, incoming)) throw found;
  } catch (error) {
    admission.error = error;
  } finally {
    stages.end(admission.principal ? 'limit' : 'identify');
  }
  return admission;
}

async function admitCaller(context: Context, api: ServedApi, incoming: Incoming, admission: Admission): Promise<void> {
  const { operation, stages } = admission;
  const real = admission.now;
  if (!isOpen(api, operation)) {
    const principal = await identify(context, api, operation, incoming);
    stages.end('identify');
    admission.principal = principal;
    admission.now = workspaceNow(principal, real);
    authorize(api, operation, incoming, principal);
    await limitKey(context, principal);
  }
  // The portal's own limits use real time: moving a clock must not evade them.
  const counted = api.isPlatform ? real : admission.now;
  const caller = admission.principal?.workspaceId ?? networkOf(incoming.address);
  admission.limits = await limit(context, api, caller, counted);
}
