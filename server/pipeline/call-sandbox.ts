import type { Answer } from '../answers/answer.ts';
import type { Incoming } from '../answers/incoming.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Database } from '../db/schema.ts';
import { findAccount } from '../dialect/sent-credentials.ts';
import { isCredential } from '../identity/is-credential.ts';
import type { Principal } from '../identity/principal.ts';
import type { Operation } from '../openapi/operations.ts';
import { asGet } from '../plan/called-by-post.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { asksForToken } from '../plan/token-requests.ts';
import { applyDueSteps, showsLifecycle } from '../records/lifecycle/apply-due-steps.ts';
import { runOrdered } from '../sandbox/run-ordered.ts';
import type { Admission } from './admit.ts';
import { perform } from './perform.ts';
import { readRequest } from './read-request.ts';
import { withDeclaredNames } from './steps/declared-names.ts';
import { once } from './steps/idempotency.ts';
import type { Route } from './steps/route.ts';
import { tokenFor } from './steps/token-answer.ts';

/** Handles a request in a sandbox, once per idempotency key. `refuse` turns an error into a response. */
export async function callSandbox(
  context: Context,
  api: ServedApi,
  plan: OperationPlan,
  incoming: Incoming,
  { route, principal, now, stages }: Admission & { route: Route },
  refuse: (error: unknown) => Answer,
): Promise<Answer> {
  const { workspaceId } = principal as Principal;
  const asked = askedOf(api, route.operation, incoming);
  const baseUrl = incoming.apiUrl ?? context.config.publicUrl + api.basePath;
  const { db, storage } = context;
  const account = findAccount(incoming.headers, isCredential);
  const sandbox = { db, api, workspaceId, now, baseUrl, account, requestId: incoming.id, storage };
  await context.ensureSeeded(sandbox);
  if (showsLifecycle(api, plan)) await applyDueSteps(sandbox);
  stages.end('handle');
  const token = asksForToken(api, plan.operation, incoming) ? await tokenFor(context, incoming) : undefined;
  const act = async (db: Database) => {
    const [toldFilter] = [asked.headers[plan.toldFilter ?? '']].flat();
    const call = {
      ...sandbox,
      db,
      plan,
      url: asked.url,
      token,
      toldFilter,
      ...readRequest(api, plan, route, asked, stages),
    };
    return runOrdered(call, (ordered) => perform(ordered, asked));
  };
  // With an idempotency key a refusal is stored like any response, and changes made before it are rolled back.
  const actOrRefuse = (db: Database) => (db.isTransaction ? inTransaction(db, act) : act(db)).catch(refuse);
  return once(context, { sandbox, plan, incoming }, actOrRefuse);
}

/** The request by the method and the names that the document has. */
function askedOf(api: ServedApi, operation: Operation, incoming: Incoming): Incoming {
  const isByPost = incoming.method === 'POST' && operation.method === 'get';
  return withDeclaredNames(api, operation, isByPost ? asGet(incoming) : incoming);
}
