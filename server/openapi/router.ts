import findMyWay from 'find-my-way';
import type { Method } from './document-types.ts';
import type { Operation } from './operations.ts';
import { isMet, type RouteCondition, type RoutedRequest, readConditions } from './route-conditions.ts';

/** The path of the document that a request matches, with its operations by method. */
export interface RouteMatch {
  operations: Map<Method, Operation>;
  parameters: Record<string, string>;
}

/** Finds the matching path of a document; literal segments win over parameters (OpenAPI 3.1, Path Templating Matching). */
export type Router = (path: string, request?: RoutedRequest) => RouteMatch | undefined;

/** One of several operations with the same method and address, and what a request must contain to select it. */
interface Candidate {
  operation: Operation;
  conditions: RouteCondition[];
}

interface Route {
  /** The operations by method, if the address alone identifies them. */
  operations?: RouteMatch['operations'];
  candidates: Map<Method, Candidate[]>;
  /** The parameters' names by position; operations that share an address may name them differently. */
  names: string[][];
}

/** In any case, `/inboundRules` is `/inboundrules`, and of several that only differ in case the first is found. */
export function createRouter(operations: Operation[], { anyCase = false } = {}): Router {
  const router = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 2000, caseSensitive: !anyCase });
  const taken = new Set<string>();
  for (const [pattern, own] of Map.groupBy(operations, ({ path }) => toPattern(addressOf(path)))) {
    const known = anyCase ? pattern.toLowerCase() : pattern;
    if (taken.has(known)) continue;
    taken.add(known);
    const every = own.map((operation) => ({ operation, conditions: readConditions(operation) }));
    const candidates = Map.groupBy(every, ({ operation }) => operation.method);
    const isPlain = candidates.size === own.length && !own.some(({ path }) => /[#?]/.test(path));
    const route: Route = {
      operations: isPlain ? new Map(own.map((each) => [each.method, each])) : undefined,
      candidates,
      names: [...new Set(own.map(({ path }) => addressOf(path)))].map(namesOf),
    };
    router.on('GET', pattern, () => {}, route);
  }
  return (path, request) => {
    const found = router.find('GET', unescapeSigns(path));
    if (!found) return undefined;
    const { operations: plain, candidates, names } = found.store as Route;
    const values = found.params as Record<string, string>;
    const parameters: Record<string, string> = {};
    for (const own of names) for (const [index, name] of own.entries()) parameters[name] = values[`p${index}`] ?? '';
    if (plain) return { operations: plain, parameters };
    return {
      operations: new Map([...candidates].map(([method, own]) => [method, choose(own, path, request)])),
      parameters: { ...parameters, ...(request && valuesBehind(candidates, request)) },
    };
  };
}

const signs = /%(24|26|2B|2C|3A|3B|3D|40)/gi;

/** A path without the escapes of `$&+,:;=@`, which mean themselves in a path (RFC 3986, 3.3); find-my-way decodes the others. */
function unescapeSigns(path: string): string {
  return path.includes('%') ? path.replace(signs, decodeURIComponent) : path;
}

/** A path of a document as find-my-way sees that of a request: decoded, except where a sign would gain a meaning. */
function decodeLiterals(path: string): string {
  try {
    return decodeURI(unescapeSigns(path));
  } catch {
    return path;
  }
}

/** The values of path parameters declared after `#` or `?`. */
function valuesBehind(candidates: Route['candidates'], { query }: RoutedRequest): Record<string, string> {
  const conditions = [...candidates.values()].flat().flatMap((candidate) => candidate.conditions);
  return Object.fromEntries(
    conditions.flatMap(({ name, parameter }) => (parameter ? [[parameter, query.get(name) ?? '']] : [])),
  );
}

/** The operation whose conditions and trailing slash match the request best; validation reports what is missing. */
function choose(candidates: Candidate[], path: string, request: RoutedRequest | undefined): Operation {
  const scored = candidates.map(({ operation, conditions }) => {
    const met = request ? conditions.filter((condition) => isMet(condition, request)).length : 0;
    const isAlike = /\/([#?]|$)/.test(operation.path) === path.endsWith('/');
    return { operation, missed: conditions.length - met, met, alike: Number(isAlike) };
  });
  const [best] = scored.sort((a, b) => a.missed - b.missed || b.met - a.met || b.alike - a.alike);
  return (best as (typeof scored)[0]).operation;
}

/** The part of a document's path that a request's path can match, without conditions (after `#` or `?`) and trailing slash. */
function addressOf(path: string): string {
  return path.replace(/[#?].*$/s, '').replace(/(.)\/$/, '$1');
}

function namesOf(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name as string);
}

/**
 * A find-my-way pattern: literal colons and asterisks are escaped, the first of several parameters in a segment is greedy
 * (`{position}.{ext}`), and parameters are named by position, so that `/a/{x}` and `/a/{y}/b` share a node.
 */
function toPattern(path: string): string {
  let place = 0;
  return decodeLiterals(path)
    .replaceAll(':', '::')
    .replaceAll(/\{[^}]+\}(?=([^/]?))/g, (_, next: string) => `:p${place++}${next ? '([^/]+)' : ''}`)
    .replaceAll('*', ':asterisk([*])');
}
