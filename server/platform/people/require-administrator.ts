import { Refusal } from '../../answers/refusal.ts';
import type { Principal } from '../../identity/principal.ts';
import { callerOf } from '../caller.ts';
import type { PlatformCall } from '../handler.ts';

/** The caller of an operation for administrators; refuses others with 403. */
export function requireAdministrator(call: PlatformCall): Principal {
  const principal = callerOf(call);
  if (principal.role === 'administrator') return principal;
  throw new Refusal('insufficient_role', {
    en: 'Only administrators of the workspace can manage its members. Ask one of them.',
    pt: 'Só administradores do espaço de trabalho podem gerenciar os membros. Peça a um deles.',
  });
}
