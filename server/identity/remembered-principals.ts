import { hash } from 'node:crypto';
import { Refusal } from '../answers/refusal.ts';
import type { Principal } from './principal.ts';

/** Finds out for whom a credential acts; throws a Refusal (401) when it is for nobody. */
export type CredentialVerifier = (credential: string) => Promise<Principal>;

export interface RememberedPrincipals {
  verify: CredentialVerifier;
  /** Reads anew whoever acts for a workspace, from the next request on: a key of it or its clock was changed. */
  forgetWorkspace(workspaceId: string): void;
}

const remembered = 10_000;
const freshFor = 5_000;

/** Puts a short memory before a verifier: what another process has changed is seen after five seconds. */
export function rememberPrincipals(read: CredentialVerifier, now: () => number): RememberedPrincipals {
  const known = new Map<string, { principal: Principal; until: number }>();
  let forgotten = 0;

  const verify: CredentialVerifier = async (credential) => {
    // The memory's own key is a plain hash: quicker than the keyed one, and as far from the secret.
    const remembrance = hash('sha256', credential, 'base64url');
    let entry = known.get(remembrance);
    if (!entry || entry.until <= now()) {
      const before = forgotten;
      entry = { principal: await read(credential), until: now() + freshFor };
      if (known.size >= remembered) known.clear();
      // What was read while a workspace was forgotten may be what was to be forgotten.
      if (before === forgotten) known.set(remembrance, entry);
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

function expired({ actor }: Principal): Refusal {
  if (actor.type === 'oauth_client') {
    return new Refusal('expired_token', {
      en: 'This access token has expired. Get a new one at /oauth/token.',
      pt: 'Este token de acesso venceu. Obtenha outro em /oauth/token.',
    });
  }
  return new Refusal('expired_key', {
    en: 'This key has expired. Make a new one.',
    pt: 'Esta chave expirou. Crie outra.',
  });
}
