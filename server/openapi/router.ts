import findMyWay from 'find-my-way';
import type { Method } from './document-types.ts';
import type { Operation } from './operations.ts';

/** A path of the document that a request's path matches, with the operations that it has by method. */
export interface RouteMatch {
  operations: Map<Method, Operation>;
  parameters: Record<string, string>;
}

/** Finds the path of a document; literal segments win over parameters (OpenAPI 3.1, Path Templating Matching). */
export type Router = (path: string) => RouteMatch | undefined;

export function createRouter(operations: Operation[]): Router {
  const paths = Map.groupBy(operations, ({ path }) => path);
  const router = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 2000 });
  for (const [path, own] of paths) {
    const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name as string);
    const byMethod = new Map(own.map((operation) => [operation.method, operation]));
    router.on('GET', toPattern(path), () => {}, { operations: byMethod, names });
  }
  return (path) => {
    const found = router.find('GET', path);
    if (!found) return undefined;
    const { operations: byMethod, names } = found.store as { operations: RouteMatch['operations']; names: string[] };
    const values = found.params as Record<string, string>;
    return {
      operations: byMethod,
      parameters: Object.fromEntries(names.map((name, index) => [name, values[`p${index}`] ?? ''])),
    };
  };
}

/** Parameters are named by their place, so that `/a/{x}` and `/a/{y}/b` share a node; colons and asterisks of the path itself mean nothing. */
function toPattern(path: string): string {
  let place = 0;
  return path
    .replaceAll(':', '::')
    .replaceAll(/\{[^}]+\}(?=([^/]?))/g, (_, next: string) => `:p${place++}${next ? '([^/]+?)' : ''}`)
    .replaceAll('*', ':asterisk([*])');
}
