import type { OpenApiDocument } from './document-types.ts';
import { pointerOf, pointerSegments } from './faults.ts';

/** Follows local references (`#/…`) to their final target; throws on a reference that leads nowhere or in a circle. */
export function resolve<T extends object>(document: OpenApiDocument, node: T | { $ref: string }): T {
  let current: unknown = node;
  for (let hops = 0; hops < 32; hops++) {
    const reference = (current as { $ref?: unknown } | undefined)?.$ref;
    if (typeof reference !== 'string') return current as T;
    current = findByPointer(document, reference);
    if (current === undefined) throw new Error(`The reference ${reference} has no target.`);
  }
  throw new Error(`The reference ${(node as { $ref: string }).$ref} leads in a circle.`);
}

/** Finds the node of a local reference, or undefined. */
export function findByPointer(document: unknown, reference: string): unknown {
  const segments = segmentsOfReference(reference);
  return segments && findAt(document, segments);
}

/** Finds the node at the end of a way, or undefined. */
export function findAt(document: unknown, way: readonly string[]): unknown {
  let node: unknown = document;
  for (const segment of way) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, segment)) return undefined;
    node = (node as Record<string, unknown>)[segment];
  }
  return node;
}

/** The reference that leads to the end of a way. */
export function referenceTo(way: readonly string[]): string {
  return `#${encodeURI(pointerOf(way).toWellFormed())}`;
}

/** The way to the target of a local reference; undefined if it is not one, or has a `%` that encodes nothing. */
export function segmentsOfReference(reference: string): string[] | undefined {
  if (!/^#(\/|$)/.test(reference)) return undefined;
  try {
    return pointerSegments(decodeURIComponent(reference.slice(1)));
  } catch {
    return undefined;
  }
}
