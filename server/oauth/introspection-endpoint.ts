import type { Context } from '../context.ts';
import type { OAuthClientRow } from '../db/schema.ts';
import { maySee } from '../identity/guest-workspaces.ts';
import { findOAuthClient } from '../identity/oauth-clients.ts';
import { words } from '../identity/stored-lists.ts';
import { OAuthError } from './oauth-error.ts';
import type { OAuthForm } from './read-form.ts';

/**
 * `POST /oauth/introspect`: what a token allows now (RFC 7662). A client may ask about tokens of its own workspace; with the
 * scope api_keys:verify, as for a gateway, about any, unless its workspace is a guest's.
 */
export async function introspectToken(context: Context, caller: OAuthClientRow, form: OAuthForm): Promise<object> {
  const token = form.get('token');
  if (!token) throw new OAuthError('invalid_request', 'token is missing.');
  const claims = await context.tokens.findClaims(token);
  const client = claims && (await findOAuthClient(context.db, claims.client_id));
  if (!claims || !client) return { active: false };
  const mayAsk =
    client.workspace_id === caller.workspace_id ||
    (context.scopes.include(words(caller.scopes), 'api_keys:verify') &&
      (await maySee(context.db, caller.workspace_id, client.workspace_id)));
  if (!mayAsk) return { active: false };
  const scope = words(claims.scope).filter((name) => context.scopes.include(words(client.scopes), name));
  const addresses = words(client.allowed_addresses);
  // Not in the RFC: a gateway that accepts the token has to hold the list as well.
  const bound = addresses.length > 0 && { allowed_addresses: addresses };
  return { active: true, token_type: 'Bearer', ...claims, scope: scope.join(' '), ...bound };
}
