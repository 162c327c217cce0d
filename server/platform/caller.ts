import type { Principal } from '../identity/principal.ts';
import { workspaceNow } from '../identity/workspace-clock.ts';
import type { PlatformCall } from './handler.ts';

/** Who calls a platform operation, and what time it is inside the workspace and outside. */
export interface Caller extends Principal {
  now: Date;
  real: Date;
}

/** The caller of an operation that asks for credentials. */
export function callerOf({ principal, context }: PlatformCall): Caller {
  if (!principal) throw new Error('An operation without security has no caller.');
  const real = context.now();
  return { ...principal, now: workspaceNow(principal, real), real };
}
