import type { Incoming } from '../answers/incoming.ts';
import { Refusal } from '../answers/refusal.ts';
import type { Context } from '../context.ts';
import { networkOf } from '../identity/network-of.ts';
import type { Principal } from '../identity/principal.ts';
import { workspaceNow } from '../identity/workspace-clock.ts';
import { isOpen } from '../openapi/is-open.ts';
import type { Operation } from '../openapi/operations.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { authorize } from './steps/authorize.ts';
import { identify } from './steps/identify.ts';
import { limit, limitKey } from './steps/limit.ts';
import { type Route, route } from './steps/route.ts';

/** What is known of a request before anything is done: which operation it asks for, and for whom. */
export interface Admission {
  route?: Route;
  operation?: Operation;
  principal?: Principal;
  /** The time for the caller: that of the workspace's clock, once the workspace is known. */
  now: Date;
  /** Headers that tell of the API's limit. */
  limits: Record<string, string>;
  /** Why the request goes no further. */
  error?: unknown;
}

/**
 * Finds the operation of a request and its caller, and counts it. An unknown path or method is refused only once the caller is known
 * and counted, and so is `refused`, what was wrong before. Never throws: the error is part of the admission.
 */
export async function admit(
  context: Context,
  api: ServedApi,
  incoming: Incoming,
  refused: Refusal | undefined,
): Promise<Admission> {
  const found = refused ?? route(api.router, incoming);
  const known = found instanceof Refusal ? {} : { route: found, operation: found.operation };
  const admission: Admission = { ...known, now: context.now(), limits: {} };
  try {
    await letIn(context, api, incoming, admission);
    if (found instanceof Refusal) throw found;
  } catch (error) {
    admission.error = error;
  }
  return admission;
}

async function letIn(context: Context, api: ServedApi, incoming: Incoming, admission: Admission): Promise<void> {
  const { operation } = admission;
  const real = admission.now;
  if (!isOpen(api, operation)) {
    const principal = await identify(context, api, operation, incoming);
    admission.principal = principal;
    admission.now = workspaceNow(principal, real);
    authorize(api, operation, incoming, principal);
    limitKey(context, principal);
  }
  // The portal's own limits hold in real time: nobody gets past them by moving a clock.
  const counted = api.isPlatform ? real : admission.now;
  admission.limits = await limit(
    context,
    api,
    admission.principal?.workspaceId ?? networkOf(incoming.address),
    counted,
  );
}
