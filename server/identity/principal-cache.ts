import { hash } from 'node:crypto';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Principal } from './principal.ts';

/** Finds the principal of a credential; throws a Refusal (401) when there is none. */
export type CredentialVerifier = (credential: string) => Promise<Principal>;

export interface PrincipalCache {
  verify: CredentialVerifier;
  /** Evicts the principals of a workspace, for instance after a change to its keys or its clock. */
  forgetWorkspace(workspaceId: string): void;
}

const capacity = 10_000;
const freshFor = 1_000;

/**
 * Caches the results of a verifier. Changes by another process are announced and take effect at once; where an announcement is
 * lost, within a second: that costs a look-up per second and credential in use.
 */
export function cachePrincipals(read: CredentialVerifier, now: () => number): PrincipalCache {
  const known = new Map<string, { principal: Principal; until: number }>();
  let forgotten = 0;

  const verify: CredentialVerifier = async (credential) => {
    // The cache key is a plain hash: faster than the keyed one, and just as irreversible.
    const cacheKey = hash('sha256', credential, 'base64url');
    let entry = known.get(cacheKey);
    if (!entry || entry.until <= now()) {
      const before = forgotten;
      entry = { principal: await read(credential), until: now() + freshFor };
      if (known.size >= capacity) known.clear();
      // A principal that was read while its workspace was evicted may be outdated.
      if (before === forgotten) known.set(cacheKey, entry);
    }
    const { principal } = entry;
    if (principal.expiresAt !== undefined && principal.expiresAt <= now()) throw expired(principal);
    return principal;
  };

  const forgetWorkspace = (workspaceId: string) => {
    forgotten++;
    for (const [key, { principal }] of known) if (principal.workspaceId === workspaceId) known.delete(key);
  };
  return { verify, forgetWorkspace };
}

function expired({ actor, workspaceId }: Principal): Refusal {
  if (actor.type === 'oauth_client') {
    const detail = say('tokens.expired');
    return new Refusal('expired_token', detail, { workspaceId });
  }
  const detail = say('keys.expired');
  return new Refusal('expired_key', detail, { workspaceId });
}
