import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { ApiKeyRow, OAuthClientRow } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';
import { coversRanges } from './address-list.ts';
import type { Environment } from './key-format.ts';
import type { ScopeCatalog } from './scope-catalog.ts';
import { words } from './stored-lists.ts';

/** What a secret lets its holder do. */
export interface Rights {
  role: Role;
  scopes: string[];
  /** `live` includes `test`. */
  environment: Environment;
  /** The addresses and ranges from which it works; an empty list means any. */
  addresses: string[];
  /** Infinity without a limit of its own. */
  requestsPerMinute: number;
  /** When it ends, in milliseconds since 1970; Infinity if it does not. */
  endsAt: number;
}

/** Roles, the most powerful first. */
export const ranks: Role[] = ['administrator', 'developer', 'reader'];

const unbound = { requestsPerMinute: Infinity, endsAt: Infinity };
const anywhere = { addresses: [], ...unbound };

/** The rights of a person with a role, who signs in from anywhere and may create production keys. */
export function rightsOfMember(role: Role): Rights {
  return { role, scopes: role === 'reader' ? ['*:read'] : ['*:read', '*:write'], environment: 'live', ...anywhere };
}

/** The rights of a key. The first key of a guest workspace, which no one created, stands for the guest, as a session would. */
export function rightsOfKey(
  key: Pick<
    ApiKeyRow,
    'role' | 'scopes' | 'environment' | 'allowed_addresses' | 'requests_per_minute' | 'expires_at' | 'created_by_type'
  >,
): Rights {
  const isFirst = key.created_by_type === null;
  return {
    role: key.role,
    scopes: words(key.scopes),
    environment: isFirst ? 'live' : key.environment,
    addresses: words(key.allowed_addresses),
    requestsPerMinute: key.requests_per_minute ?? Infinity,
    endsAt: isFirst || key.expires_at === null ? Infinity : Date.parse(key.expires_at),
  };
}

/** The rights of an OAuth client, through its tokens. */
export function rightsOfClient(
  client: Pick<OAuthClientRow, 'role' | 'scopes' | 'environment' | 'allowed_addresses'>,
): Rights {
  const { role, environment } = client;
  return { role, environment, scopes: words(client.scopes), addresses: words(client.allowed_addresses), ...unbound };
}

/**
 * The rule for whatever issues, rotates or widens a secret, a membership or an invitation: nobody gives more than they hold.
 * Refuses (403) wanted rights that exceed the caller's `held` ones. A change that adds nothing to the rights `before` it is
 * allowed.
 */
export function checkGrant(catalog: ScopeCatalog, held: Rights, wanted: Rights, before?: Rights): void {
  if (before && !findExcess(catalog, before, wanted)) return;
  const excess = findExcess(catalog, held, wanted);
  if (excess) throw excess;
}

function findExcess(catalog: ScopeCatalog, held: Rights, wanted: Rights): Refusal | undefined {
  if (ranks.indexOf(wanted.role) < ranks.indexOf(held.role)) return exceedsRole();
  const missing = catalog.missing(held, wanted.scopes);
  if (missing.length > 0) return exceedsScopes(missing);
  if (wanted.environment === 'live' && held.environment === 'test') return exceedsEnvironment();
  if (!coversRanges(held.addresses, wanted.addresses))
    return exceedsBound('allowed_addresses', held.addresses.join(', '));
  if (wanted.requestsPerMinute > held.requestsPerMinute)
    return exceedsBound('requests_per_minute', String(held.requestsPerMinute));
  if (wanted.endsAt > held.endsAt) return exceedsBound('expires_at', new Date(held.endsAt).toISOString());
  return undefined;
}

function exceedsRole(): Refusal {
  return new Refusal('insufficient_role', say('rights.beyond-role'));
}

function exceedsScopes(missing: string[]): Refusal {
  return new Refusal('insufficient_scope', say('rights.beyond-scopes', { scopes: missing.join(', ') }));
}

function exceedsEnvironment(): Refusal {
  return new Refusal('insufficient_scope', say('rights.beyond-environment'));
}

/** People have no such bounds, and OAuth clients only addresses, so a key that has others can create neither. */
function exceedsBound(name: string, value: string): Refusal {
  return new Refusal('insufficient_scope', say('rights.beyond-bound', { name, value }));
}
