import type { Environment } from './key-format.ts';

/** Who a request acts for: what the pipeline knows after credentials were checked, whatever their kind. */
export interface Principal {
  workspaceId: string;
  keyId: string;
  environment: Environment;
  scopes: string[];
  /** Milliseconds since 1970, on the real clock. */
  expiresAt?: number;
  /** Milliseconds by which the workspace's clock is ahead of the real one. */
  clockOffset: number;
}

export type Action = 'read' | 'write';

/** Whether scopes such as `notas:read` or `*:write` allow an action on an API. */
export function allows(principal: Principal, api: string, action: Action): boolean {
  return principal.scopes.some((scope) => scope === `${api}:${action}` || scope === `*:${action}`);
}
