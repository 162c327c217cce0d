import { findByPointer } from '../../server/openapi/resolve.ts';

/** Follows references from a pointer to the place where the node is defined; shared components are defined once. */
export function whereWritten(document: object, pointer: string): string {
  const node = findByPointer(document, `#${encodeURI(pointer)}`) as { $ref?: unknown } | undefined;
  return typeof node?.$ref === 'string' ? whereWritten(document, decodeURIComponent(node.$ref.slice(1))) : pointer;
}
