import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { allowedMethods } from '../../openapi/allowed-methods.ts';
import type { Method } from '../../openapi/document-types.ts';
import type { Operation } from '../../openapi/operations.ts';
import type { RouteMatch, Router } from '../../openapi/router.ts';

/** An operation and the raw text of its path parameters. */
export interface Route {
  operation: Operation;
  pathParameters: Record<string, string>;
}

/** Finds the operation of a request, or the refusal (404, 405) that waits until the caller is known. */
export function route(router: Router, incoming: Incoming): Route | Refusal {
  const { method, path, pathBelow } = incoming;
  const match = pathBelow === undefined ? undefined : router(pathBelow, incoming);
  if (!match) return noSuchPath(pathBelow ?? path);
  const wanted = method.toLowerCase() as Method;
  const operation = match.operations.get(wanted) ?? (wanted === 'head' ? match.operations.get('get') : undefined);
  return operation ? { operation, pathParameters: match.parameters } : methodNotAllowed(method, match);
}

function noSuchPath(path: string): Refusal {
  return new Refusal('no_such_path', {
    en: `This API has no path ${path}. Check it against the reference; the version is part of the URL.`,
    pt: `Esta API não tem o caminho ${path}. Confira na referência; a versão faz parte da URL.`,
  });
}

function methodNotAllowed(method: string, match: RouteMatch): Refusal {
  const allow = allowedMethods(match.operations.keys());
  const detail = {
    en: `${method} is not allowed here; use ${allow}.`,
    pt: `${method} não é permitido aqui; use ${allow}.`,
  };
  return new Refusal('method_not_allowed', detail, { headers: { allow } });
}
