import type { Incoming } from '../../answers/incoming.ts';
import { Refusal, tooManyRequests } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Context } from '../../context.ts';
import { challengesOf, missingCredentials, schemesOf } from '../../dialect/credentials.ts';
import { findCredential } from '../../dialect/sent-credentials.ts';
import { looksLikeToken } from '../../identity/access-tokens.ts';
import { isCredential } from '../../identity/is-credential.ts';
import type { Principal } from '../../identity/principal.ts';
import { isLocalCaller } from '../../net/local-caller.ts';
import { isOfNoOtherSite } from '../../net/local-page.ts';
import { findPresented } from '../../oauth/presented-secret.ts';
import type { Operation } from '../../openapi/operations.ts';
import { findSessionPrincipal } from '../../people/session.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { asksForToken } from '../../plan/token-requests.ts';

/** Finds the principal of a request, as `findCaller` does, and counts the use of a credential and of invalid ones. */
export async function identify(
  context: Context,
  api: ServedApi,
  operation: Operation | undefined,
  incoming: Incoming,
): Promise<Principal> {
  const { uses, badCredentials } = context;
  const { address } = incoming;
  const principal = await findCaller(context, api, operation, incoming, () => badCredentials(address));
  const { workspaceId, actor } = principal;
  if (actor.type !== 'person') uses.count({ credentialId: actor.id, workspaceId, address, api: api.slug });
  return principal;
}

/**
 * The principal of a request: 401 without a valid key, token or (only on the portal's own API) session. `countInvalid` returns
 * the seconds to wait after too many invalid credentials.
 */
export async function findCaller(
  context: Context,
  api: ServedApi,
  operation: Operation | undefined,
  incoming: Incoming,
  countInvalid: () => Promise<number | undefined> = async () => undefined,
): Promise<Principal> {
  const { verifyCredential, config, features } = context;
  const schemes = schemesOf(api.document, operation);
  const credential =
    findLocalCredential(context, incoming) ??
    (asksForToken(api, operation, incoming) ? await findPresented(context, incoming) : undefined) ??
    findCredential(schemes, incoming, isCredential);
  const person =
    credential || !api.isPlatform || !features.accounts ? undefined : await findSessionPrincipal(context, incoming);
  if (person) return person;
  if (!credential) throw missingCredentials(schemes).with(challenge());
  if (!api.isPlatform && credential.startsWith('sk_live_')) {
    const owner = await verifyCredential(credential).catch(() => undefined);
    throw challenged(liveKey(), owner?.workspaceId);
  }

  const principal = await verifyCredential(credential).catch(async (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    // Valid credentials are never refused because of others at the same address.
    const wait = await countInvalid();
    throw wait === undefined ? challenged(error) : tooManyRequests(wait);
  });
  if (!api.isPlatform && principal.environment === 'live') throw challenged(liveToken(), principal.workspaceId);
  const address = config.publicUrl + api.basePath;
  const isMeant = !principal.audience || [config.publicUrl, address].some((own) => principal.audience?.includes(own));
  if (!isMeant) throw challenged(otherAudience(address), principal.workspaceId);
  return principal;

  function challenged(refusal: Refusal, workspaceId?: string): Refusal {
    // Errors of tokens are reported as OAuth requires (RFC 6750, 3.1).
    const isToken = credential !== undefined && looksLikeToken(credential);
    return refusal.with(challenge(isToken ? { error: 'invalid_token' } : {}), workspaceId);
  }

  function challenge(problem?: Parameters<typeof challengesOf>[2]): Record<string, string> {
    return { 'www-authenticate': challengesOf(schemes, api.title, problem) };
  }
}

/** Where the server asks nobody for credentials, whoever calls from this machine has the one key, whatever they send. */
function findLocalCredential({ localCredential, config }: Context, incoming: Incoming): string | undefined {
  if (localCredential === undefined) return undefined;
  return isLocalCaller(config, incoming) && isOfNoOtherSite(incoming) ? localCredential : undefined;
}

function liveKey(): Refusal {
  return new Refusal('live_key', say('keys.live'));
}

function liveToken(): Refusal {
  return new Refusal('live_token', say('tokens.live'));
}

function otherAudience(address: string): Refusal {
  return new Refusal('invalid_token', say('tokens.other-api', { address }));
}
