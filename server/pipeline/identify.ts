import { challengesOf, describeSchemes, findCredential, schemesOf } from '../dialect/credentials.ts';
import { Refusal, type Texts } from '../dialect/errors/refusal.ts';
import type { KeyVerifier } from '../identity/api-keys.ts';
import { allows, type Principal } from '../identity/principal.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import type { Operation } from '../openapi/operations.ts';
import type { Incoming } from './exchange.ts';

/** Finds out for whom a request acts: 401 without a good key, 403 when the key's scopes do not allow it. */
export async function identify(
  verify: KeyVerifier,
  api: ApiDocument,
  operation: Operation | undefined,
  incoming: Incoming,
): Promise<Principal> {
  const schemes = schemesOf(api.document, operation);
  const credential = schemes.map((scheme) => findCredential(scheme, incoming.headers, incoming.query)).find(Boolean);
  if (!credential) throw missingCredentials(describeSchemes(schemes), challenge());
  if (credential.startsWith('sk_live_')) throw liveKey(challenge());

  const principal = await verify(credential).catch((error: unknown) => {
    if (error instanceof Refusal) Object.assign(error.headers, challenge());
    throw error;
  });
  const action = incoming.method === 'GET' || incoming.method === 'HEAD' ? 'read' : 'write';
  if (!allows(principal, api.slug, action)) throw insufficientScope(`${api.slug}:${action}`);
  return principal;

  function challenge(): Record<string, string> {
    return { 'www-authenticate': challengesOf(schemes, api.title) };
  }
}

function missingCredentials({ en, pt }: Texts, headers: Record<string, string>): Refusal {
  const detail = {
    en: `Send your API key as ${en}. The guide on authentication shows how.`,
    pt: `Envie a sua chave de API como ${pt}. O guia de autenticação mostra como.`,
  };
  return new Refusal('missing_credentials', detail, { headers });
}

function liveKey(headers: Record<string, string>): Refusal {
  const detail = {
    en: 'This is a live key, and a sandbox takes test keys only. Send one that begins with sk_test_.',
    pt: 'Esta é uma chave de produção, e o sandbox só aceita chaves de teste. Envie uma que comece com sk_test_.',
  };
  return new Refusal('live_key', detail, { headers });
}

function insufficientScope(scope: string): Refusal {
  return new Refusal('insufficient_scope', {
    en: `This key lacks the scope ${scope}.`,
    pt: `Falta a esta chave o escopo ${scope}.`,
  });
}
