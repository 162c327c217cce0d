import type { Role } from '../dialect/access.ts';
import { memoize } from '../openapi/memoize.ts';
import type { Operation } from '../openapi/operations.ts';

export type Access = 'read' | 'write';

/** The scopes that an operation requires: all scopes of one of these sets. */
export interface Need {
  access: Access;
  alternatives: string[][];
}

/**
 * The scopes that an operation requires: those that its security declares, else one of its resource by its method, such as
 * `shop:orders:read`.
 */
export function needOf(api: { slug: string }, operation: Operation): Need {
  return needOfOperation(operation, api);
}

const needOfOperation = memoize((operation: Operation, { slug }: { slug: string }): Need => {
  const { security, method } = operation;
  const declared = security.map((requirement) => Object.values(requirement).flat());
  const named = [...new Map(declared.filter(({ length }) => length > 0).map((set) => [set.join(' '), set])).values()];
  const onlyReads = /^(get|head)$/.test(method) || (named.length > 0 && named.flat().every(isReading));
  const access = onlyReads ? 'read' : 'write';
  const own = [slug, findResource(operation), access].filter((part) => part !== undefined).join(':');
  return { access, alternatives: named.length > 0 ? named : [[own]] };
});

/** Whether scopes satisfy an operation's need; `*:read` and `*:write` cover all reads and all writes. */
export function satisfies(scopes: string[], { access, alternatives }: Need): boolean {
  const holds = (name: string) => [name, findBroader(name)].some((each) => each !== undefined && scopes.includes(each));
  return scopes.includes(`*:${access}`) || alternatives.some((set) => set.every(holds));
}

/** Whether a role may do it at all, whatever the scopes: readers only read. */
export function mayDo(role: Role, access: Access): boolean {
  return role !== 'reader' || access === 'read';
}

/** The scope of a whole API that includes the one of a resource: `shop:read` for `shop:orders:read`. */
export function findBroader(scope: string): string | undefined {
  const parts = /^([^:]+):.+:(read|write)$/.exec(scope);
  return parts ? `${parts[1]}:${parts[2]}` : undefined;
}

export function isReading(scope: string): boolean {
  return /[:._-]read$/.test(scope);
}

/**
 * The name of an operation's resource in a scope: its first tag, under which readers find it, else the first word of its
 * path that is no version; undefined for a path of parameters alone.
 */
function findResource({ operation, path }: Operation): string | undefined {
  const words = path.split('/').filter((part) => /^[^{]/.test(part) && !/^(api|v?\d+(\.\d+)*)$/i.test(part));
  // Methods such as `/chat.postMessage` belong to `chat`.
  return [operation.tags?.[0], words[0]?.split('.')[0]]
    .map((word) => scopeWord(word ?? ''))
    .find((word) => word !== '');
}

/** Text in the characters that a scope may have (RFC 6749, 3.3), without those that separate its parts. */
function scopeWord(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
  return plain
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 40);
}
