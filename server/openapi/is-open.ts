import type { ApiDocument } from './load-api.ts';
import type { Operation } from './operations.ts';

/**
 * Whether an operation needs no credentials; what is no operation (undefined) needs none on the platform. Those of a sandbox always do,
 * whatever the document says: they tell whose it is.
 */
export function isOpen({ isPlatform }: Pick<ApiDocument, 'isPlatform'>, operation: Operation | undefined): boolean {
  return isPlatform && !operation?.security.length;
}
