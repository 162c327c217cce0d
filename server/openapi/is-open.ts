import type { ApiDocument } from './load-api.ts';
import type { Operation } from './operations.ts';

/**
 * Whether an operation needs no credentials; on the platform, neither does an unknown path (undefined). A sandbox always needs
 * them, whatever its document says: they identify the workspace.
 */
export function isOpen({ isPlatform }: Pick<ApiDocument, 'isPlatform'>, operation: Operation | undefined): boolean {
  return isPlatform && !operation?.security.length;
}
