import type { Role } from '../dialect/access.ts';
import type { SecurityScheme } from '../openapi/document-types.ts';
import { isOpen } from '../openapi/is-open.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { oncePer } from '../openapi/once-per.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { Principal } from './principal.ts';

export type Access = 'read' | 'write';

/** What an operation asks of a caller: one of these sets of scopes, whole. */
export interface Need {
  access: Access;
  alternatives: string[][];
}

export interface Scope {
  name: string;
  access: Access;
  /** What the document says of it. */
  description: string | null;
  /** The operations for which it is asked, by operationId. */
  operations: string[];
}

/** The scopes that an operation asks for: those that its security declares, else `notas:read` or `notas:write` by its method. */
export function needOf(api: Pick<ApiDocument, 'slug'>, operation: Operation): Need {
  return needOfOperation(operation, api);
}

const needOfOperation = oncePer(({ security, method }: Operation, { slug }: Pick<ApiDocument, 'slug'>): Need => {
  const declared = security.map((requirement) => Object.values(requirement).flat());
  const named = [...new Map(declared.filter(({ length }) => length > 0).map((set) => [set.join(' '), set])).values()];
  const onlyReads = /^(get|head)$/.test(method) || (named.length > 0 && named.flat().every(isReading));
  const access = onlyReads ? 'read' : 'write';
  return { access, alternatives: named.length > 0 ? named : [[`${slug}:${access}`]] };
});

/** Whether scopes allow what an operation needs; `*:read` and `*:write` allow all that reads, and all that writes. */
export function satisfies(scopes: string[], { access, alternatives }: Need): boolean {
  return scopes.includes(`*:${access}`) || alternatives.some((set) => set.every((scope) => scopes.includes(scope)));
}

/** Whether a role may do it at all, whatever the scopes: readers only read. */
export function mayDo(role: Role, access: Access): boolean {
  return role !== 'reader' || access === 'read';
}

/** The scopes of an API: those that its operations ask for, and those that its document declares besides. */
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

/** Every scope of a portal, and what one who has some may give to others. */
export interface ScopeCatalog {
  find(name: string): Pick<Scope, 'access'> | undefined;
  names(): string[];
  /** Whether scopes include another one, by name or through `*:read` and `*:write`. */
  include(scopes: string[], name: string): boolean;
  /** Those of the wanted scopes that a caller does not have, and so cannot give. */
  missing(principal: Pick<Principal, 'scopes' | 'role'>, wanted: string[]): string[];
}

export const wildcards: Scope[] = (['read', 'write'] as const).map((access) => ({
  name: `*:${access}`,
  access,
  description: null,
  operations: [],
}));

/** Puts together the scopes of all APIs that are served. */
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
        return !include(principal.scopes, name) || !mayDo(principal.role, access);
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
