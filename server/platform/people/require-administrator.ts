import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Principal } from '../../identity/principal.ts';
import { callerOf } from '../caller.ts';
import type { PlatformCall } from '../handler.ts';

/** The caller of an operation for administrators; refuses others with 403. */
export function requireAdministrator(call: PlatformCall): Principal {
  const principal = callerOf(call);
  if (principal.role === 'administrator') return principal;
  throw new Refusal('insufficient_role', say('members.administrators-only'));
}
