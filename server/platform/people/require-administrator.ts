import { Refusal } from '../../dialect/errors/refusal.ts';
import type { Principal } from '../../identity/principal.ts';
import type { HandlerCall } from '../../pipeline/handle-request.ts';
import { principalOf } from '../audited-change.ts';

/** The caller of what only administrators do; refuses others with 403. */
export function requireAdministrator(call: HandlerCall): Principal {
  const principal = principalOf(call);
  if (principal.role === 'administrator') return principal;
  throw new Refusal('insufficient_role', {
    en: 'Only administrators of the workspace manage its members. Ask one of them.',
    pt: 'Só quem administra o espaço de trabalho cuida dos membros. Peça a um administrador.',
  });
}
