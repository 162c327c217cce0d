import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { allowedMethods } from '../../openapi/allowed-methods.ts';
import type { Method } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { Operation } from '../../openapi/operations.ts';
import { createRouter, type RouteMatch } from '../../openapi/router.ts';
import { isCalledByPost } from '../../plan/called-by-post.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import type { ApiPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** An operation and the raw text of its path parameters. */
export interface Route {
  operation: Operation;
  pathParameters: Record<string, string>;
}

/** Finds the operation of a request, or the refusal (404, 405, 410) that waits until the caller is known. */
export function route(api: ServedApi, incoming: Incoming): Route | Refusal {
  const { router, plan } = api;
  const { method, path, pathBelow = path } = incoming;
  const match = incoming.pathBelow === undefined ? undefined : findMatch(api, pathBelow, incoming);
  const wanted = method.toLowerCase() as Method;
  const isAlsoGet = wanted === 'head' || isCalledByPost(api, incoming);
  const operation = match?.operations.get(wanted) ?? (isAlsoGet ? match?.operations.get('get') : undefined);
  const isGone = operation ? plan.operations.get(operation)?.role === 'gone' : isBelowGone({ router, plan }, pathBelow);
  if (isGone) return gone(pathBelow);
  if (!match) return noSuchPath(pathBelow);
  return operation ? { operation, pathParameters: match.parameters } : methodNotAllowed(method, match);
}

/** The path of a request, exactly as the document has it or, where only the document says what there is, in another case: many servers know no case. */
function findMatch(api: ServedApi, path: string, incoming: Incoming): RouteMatch | undefined {
  return api.router(path, incoming) ?? (hasProfile(api) ? undefined : inAnyCase(api.plan)(path, incoming));
}

const inAnyCase = memoize(({ operations }: ApiPlan) => createRouter([...operations.keys()], { anyCase: true }));

/** Whether a path, or the nearest one above it that the document has, was removed for good: with all methods and items. */
function isBelowGone({ router, plan }: Pick<ServedApi, 'router' | 'plan'>, path: string): boolean {
  const segments = path.split('/');
  // A longer path than any of the document matches none.
  for (let length = Math.min(segments.length, deepest(plan)); length > 1; length--) {
    const match = router(segments.slice(0, length).join('/'));
    if (match) return [...match.operations.values()].every((each) => plan.operations.get(each)?.role === 'gone');
  }
  return false;
}

/** How many parts the longest path of a document has between its slashes. */
const deepest = memoize(({ operations }: ApiPlan) =>
  Math.max(0, ...[...operations.keys()].map(({ path }) => path.split('/').length)),
);

function gone(path: string): Refusal {
  return new Refusal('gone', say('versions.gone', { path }));
}

function noSuchPath(path: string): Refusal {
  return new Refusal('no_such_path', say('http.no-such-path', { path }));
}

function methodNotAllowed(method: string, match: RouteMatch): Refusal {
  const allow = allowedMethods(match.operations.keys());
  const detail = say('http.method-not-allowed', { method, allow });
  return new Refusal('method_not_allowed', detail, { headers: { allow } });
}
