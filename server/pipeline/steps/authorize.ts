import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { challengesOf, schemesOf } from '../../dialect/credentials.ts';
import type { Principal } from '../../identity/principal.ts';
import { mayDo, needOf, satisfies } from '../../identity/scopes.ts';
import type { Operation } from '../../openapi/operations.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** Refuses (403) a caller whose address is not allowed, who lacks the operation's scopes, or whose role is insufficient. */
export function authorize(
  api: ServedApi,
  operation: Operation | undefined,
  { address }: Pick<Incoming, 'address'>,
  principal: Principal,
): void {
  if (principal.allowedAddresses && !principal.allowedAddresses.has(address))
    throw addressNotAllowed(principal, address);
  api.profile.access?.check(principal.role);
  // Without an operation no scope is required: the request is refused for that.
  if (!operation) return;
  const need = needOf(api, operation);
  if (!mayDo(principal.role, need.access)) throw readersOnlyRead();
  if (satisfies(principal.scopes, need)) return;
  const [missing = []] = need.alternatives;
  const problem = { error: 'insufficient_scope', scope: missing.join(' ') } as const;
  throw insufficientScope(missing, challengesOf(schemesOf(api.document, operation), api.title, problem));
}

function addressNotAllowed({ actor }: Principal, address: string): Refusal {
  const detail =
    actor.type === 'oauth_client' ? say('tokens.other-address', { address }) : say('keys.other-address', { address });
  return new Refusal('address_not_allowed', detail);
}

function readersOnlyRead(): Refusal {
  return new Refusal('insufficient_role', say('rights.readers'));
}

function insufficientScope(scopes: string[], challenge: string): Refusal {
  const names = scopes.join(', ');
  const detail = say('keys.lacks-scope', { names });
  // A key in its own header has no challenge to carry the error (RFC 6750 is about Bearer).
  const headers = challenge.includes('Bearer ') ? { 'www-authenticate': challenge } : undefined;
  return new Refusal('insufficient_scope', detail, { headers });
}
