import type { Role } from '../dialect/access.ts';
import type { SecurityScheme } from '../openapi/document-types.ts';
import { isOpen } from '../openapi/is-open.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { memoize } from '../openapi/memoize.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { Principal } from './principal.ts';

export type Access = 'read' | 'write';

/** The scopes that an operation requires: all scopes of one of these sets. */
export interface Need {
  access: Access;
  alternatives: string[][];
}

export interface Scope {
  name: string;
  access: Access;
  /** Its description in the document. */
  description: string | null;
  /** The operations that require it, by operationId. */
  operations: string[];
}

/**
 * The scopes that an operation requires: those that its security declares, else `notas:read` or `notas:write` by its method.
 */
export function needOf(api: Pick<ApiDocument, 'slug'>, operation: Operation): Need {
  return needOfOperation(operation, api);
}

const needOfOperation = memoize(({ security, method }: Operation, { slug }: Pick<ApiDocument, 'slug'>): Need => {
  const declared = security.map((requirement) => Object.values(requirement).flat());
  const named = [...new Map(declared.filter(({ length }) => length > 0).map((set) => [set.join(' '), set])).values()];
  const onlyReads = /^(get|head)$/.test(method) || (named.length > 0 && named.flat().every(isReading));
  const access = onlyReads ? 'read' : 'write';
  return { access, alternatives: named.length > 0 ? named : [[`${slug}:${access}`]] };
});

/** Whether scopes satisfy an operation's need; `*:read` and `*:write` cover all reads and all writes. */
export function satisfies(scopes: string[], { access, alternatives }: Need): boolean {
  return scopes.includes(`*:${access}`) || alternatives.some((set) => set.every((scope) => scopes.includes(scope)));
}

/** Whether a role may do it at all, whatever the scopes: readers only read. */
export function mayDo(role: Role, access: Access): boolean {
  return role !== 'reader' || access === 'read';
}

/** The scopes of an API: those that its operations require, and others that its document declares. */
export function scopesOf(api: ApiDocument): Scope[] {
  const scopes = new Map<string, Scope>();
  for (const [name, description] of declaredScopes(api))
    scopes.set(name, { name, access: isReading(name) ? 'read' : 'write', description, operations: [] });
  for (const operation of api.operations) {
    if (isServedApart(api, operation) || isOpen(api, operation)) continue;
    const { access, alternatives } = needOf(api, operation);
    for (const name of alternatives.flat()) {
      const scope = scopes.get(name) ?? { name, access, description: null, operations: [] };
      if (access === 'write') scope.access = 'write';
      if (!scope.operations.includes(operation.id)) scope.operations.push(operation.id);
      scopes.set(name, scope);
    }
  }
  return [...scopes.values()];
}

/** All scopes of a portal, and which of them a caller may grant. */
export interface ScopeCatalog {
  find(name: string): Pick<Scope, 'access'> | undefined;
  names(): string[];
  /** Whether scopes include another one, by name or through `*:read` and `*:write`. */
  include(scopes: string[], name: string): boolean;
  /** The requested scopes that a caller does not have and so cannot grant. */
  missing(principal: Pick<Principal, 'scopes' | 'role'>, wanted: string[]): string[];
}

export const wildcards: Scope[] = (['read', 'write'] as const).map((access) => ({
  name: `*:${access}`,
  access,
  description: null,
  operations: [],
}));

/** Combines the scopes of all served APIs. */
export function createScopeCatalog(apis: Iterable<ApiDocument>): ScopeCatalog {
  const scopes = new Map([...wildcards, ...[...apis].flatMap(scopesOf)].map((scope) => [scope.name, scope]));
  const include = (held: string[], name: string) => {
    const access = scopes.get(name)?.access;
    return held.includes(name) || (access !== undefined && held.includes(`*:${access}`));
  };
  return {
    find: (name) => scopes.get(name),
    names: () => [...scopes.keys()],
    include,
    missing: (principal, wanted) =>
      wanted.filter((name) => {
        const access = scopes.get(name)?.access ?? 'write';
        // The scope of an API that is no longer served is within the two that cover all APIs.
        const isHeld = include(principal.scopes, name) || wildcards.every((all) => principal.scopes.includes(all.name));
        return !isHeld || !mayDo(principal.role, access);
      }),
  };
}

function declaredScopes({ document }: ApiDocument): [string, string][] {
  return Object.values(document.components?.securitySchemes ?? {}).flatMap((maybe) => {
    const { flows = {} } = resolve<SecurityScheme>(document, maybe);
    return Object.values(flows).flatMap(({ scopes = {} }) => Object.entries(scopes));
  });
}

function isReading(scope: string): boolean {
  return /[:._-]read$/.test(scope);
}
