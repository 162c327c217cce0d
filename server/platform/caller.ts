import type { Principal } from '../identity/principal.ts';
import { workspaceNow } from '../identity/workspace-clock.ts';
import type { PlatformCall } from './handler.ts';

/** The caller of a platform operation, with the workspace's time and the real time. */
export interface Caller extends Principal {
  now: Date;
  real: Date;
}

/** The caller of an operation that requires credentials. */
export function callerOf({ principal, context }: PlatformCall): Caller {
  if (!principal) throw new Error('An operation without security has no caller.');
  const real = context.now();
  return { ...principal, now: workspaceNow(principal, real), real };
}
