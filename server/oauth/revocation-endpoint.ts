import type { Context } from '../context.ts';
import type { OAuthClientRow } from '../db/schema.ts';
import { OAuthError } from './oauth-error.ts';
import type { OAuthForm } from './read-form.ts';

/** `POST /oauth/revoke`: revokes a token (RFC 7009). An invalid token counts as revoked, and so does one of another workspace. */
export async function revokeToken(context: Context, client: OAuthClientRow, form: OAuthForm): Promise<undefined> {
  const token = form.get('token');
  if (!token) throw new OAuthError('invalid_request', 'token is missing.');
  const claims = await context.tokens.findClaims(token);
  if (claims?.workspace_id !== client.workspace_id) return undefined;
  if (claims.client_id !== client.id)
    throw new OAuthError('unauthorized_client', 'Only the client that obtained a token can revoke it.');
  await context.tokens.revoke(claims);
  context.forgetWorkspace(client.workspace_id);
  return undefined;
}
