import type { SecurityScheme } from '../openapi/document-types.ts';
import { isOpen } from '../openapi/is-open.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { Principal } from './principal.ts';
import { type Access, findBroader, isReading, mayDo, needOf } from './scopes.ts';

export interface Scope {
  name: string;
  access: Access;
  /** Its description in the document, else the names of its resources; null for a whole API. */
  description: string | null;
  /** The broader scopes that include it, the narrowest first. */
  includedIn: string[];
  /** The operations that it permits, by operationId. */
  operations: string[];
}

/** All scopes of a portal, and which of them a caller may grant. */
export interface ScopeCatalog {
  find(name: string): Pick<Scope, 'access'> | undefined;
  names(): string[];
  /** Whether scopes include another one, by name or through a broader scope. */
  include(scopes: string[], name: string): boolean;
  /** The requested scopes that a caller does not have and so cannot grant. */
  missing(principal: Pick<Principal, 'scopes' | 'role'>, wanted: string[]): string[];
}

export const wildcards: Scope[] = (['read', 'write'] as const).map((access) => ({
  name: `*:${access}`,
  access,
  description: null,
  includedIn: [],
  operations: [],
}));

/** The scopes of an API: whole APIs before their resources, then those that its operations require or its document declares. */
export function scopesOf(api: ApiDocument): Scope[] {
  const scopes = new Map<string, Scope>();
  const add = (name: string, access: Access, operation?: Operation) => {
    const broader = findBroader(name);
    if (broader) add(broader, access, operation);
    const scope = scopes.getOrInsertComputed(name, () => ({
      name,
      access,
      description: null,
      includedIn: broader ? [broader] : [],
      operations: [],
    }));
    if (access === 'write') scope.access = 'write';
    if (operation && !scope.operations.includes(operation.id)) scope.operations.push(operation.id);
  };
  const declared = new Map(declaredScopes(api));
  for (const name of declared.keys()) add(name, isReading(name) ? 'read' : 'write');
  for (const operation of api.operations) {
    if (isServedApart(api, operation) || isOpen(api, operation)) continue;
    const { access, alternatives } = needOf(api, operation);
    for (const name of alternatives.flat()) add(name, access, operation);
  }
  return [...scopes.values()].map((scope) => ({
    ...scope,
    description: declared.get(scope.name) ?? namesOfResources(api, scope),
    includedIn: [...scope.includedIn, `*:${scope.access}`],
  }));
}

/** Combines the scopes of all served APIs. */
export function createScopeCatalog(apis: Iterable<ApiDocument>): ScopeCatalog {
  const scopes = new Map([...wildcards, ...[...apis].flatMap(scopesOf)].map((scope) => [scope.name, scope]));
  const include = (held: string[], name: string) =>
    [name, ...(scopes.get(name)?.includedIn ?? [])].some((each) => held.includes(each));
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

/** What the document calls the resources of a scope. */
function namesOfResources({ document, operations }: ApiDocument, scope: Scope): string | null {
  if (!findBroader(scope.name)) return null;
  const tags = operations
    .filter(({ id }) => scope.operations.includes(id))
    .flatMap(({ operation }) => operation.tags?.[0] ?? []);
  const named = (tag: string) => document.tags?.find(({ name }) => name === tag)?.['x-displayName'] ?? tag;
  return tags.length > 0 ? named(tags[0] as string) : null;
}

function declaredScopes({ document }: ApiDocument): [string, string][] {
  return Object.values(document.components?.securitySchemes ?? {}).flatMap((maybe) => {
    const { flows = {} } = resolve<SecurityScheme>(document, maybe);
    return Object.values(flows).flatMap(({ scopes = {} }) => Object.entries(scopes));
  });
}
