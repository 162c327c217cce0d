import { findByPointer } from '../../server/openapi/resolve.ts';

/** Where a node is written: at its pointer, or where its references lead; components that many share are written once. */
export function whereWritten(document: object, pointer: string): string {
  const node = findByPointer(document, `#${encodeURI(pointer)}`) as { $ref?: unknown } | undefined;
  return typeof node?.$ref === 'string' ? whereWritten(document, decodeURIComponent(node.$ref.slice(1))) : pointer;
}
