import { bodyLimits } from '../bodies/body-limits.ts';

/** The place of a value: its owner, and its name or index there. An owner of `undefined` is the whole document. */
export interface Target {
  owner: Record<string, unknown> | unknown[] | undefined;
  key: string | number;
}

/** Names by which a value would get at the prototype of its owner. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** The names of a JSON pointer (RFC 6901): `~1` is a slash, `~0` a tilde; undefined for a text that is none, or of over 100 names. */
export function readPointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  const names = pointer.slice(1).split('/', bodyLimits.depth + 1);
  if (names.length > bodyLimits.depth) return undefined;
  return names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * The place that a pointer names in a document; undefined where it leads nowhere. With `isNew`, the last name need not exist: `-` is
 * the end of a list, and an index up to it is where to insert (RFC 6902, 4.1).
 */
export function findTarget(document: unknown, names: string[], isNew: boolean): Target | undefined {
  if (names.length === 0) return { owner: undefined, key: '' };
  let node = document;
  for (const [depth, name] of names.entries()) {
    if (typeof node !== 'object' || node === null || forbidden.has(name)) return undefined;
    const isLast = depth === names.length - 1;
    const key = Array.isArray(node) ? findIndex(node, name, isLast && isNew) : name;
    const isThere = key !== undefined && ((isLast && isNew) || Object.hasOwn(node, key));
    if (!isThere) return undefined;
    if (isLast) return { owner: node as Exclude<Target['owner'], undefined>, key };
    node = (node as Record<string, unknown>)[key];
  }
  return undefined;
}

function findIndex(list: unknown[], name: string, isNew: boolean): number | undefined {
  if (isNew && name === '-') return list.length;
  if (!/^(0|[1-9]\d{0,8})$/.test(name)) return undefined;
  const index = Number(name);
  return index < list.length + Number(isNew) ? index : undefined;
}

/** The value at a place. */
export function valueAt(document: unknown, { owner, key }: Target): unknown {
  return owner === undefined ? document : (owner as Record<string, unknown>)[key];
}
