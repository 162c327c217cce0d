import type { Context } from '../context.ts';
import type { OAuthClientRow } from '../db/schema.ts';
import { tokenLifetime } from '../identity/access-tokens.ts';
import { words } from '../identity/stored-lists.ts';
import { OAuthError } from './oauth-error.ts';
import type { OAuthForm } from './read-form.ts';

/** `POST /oauth/token`: an access token for a client that presents its secret (RFC 6749, 4.4). */
export async function issueToken(context: Context, client: OAuthClientRow, form: OAuthForm): Promise<object> {
  const grant = form.get('grant_type');
  if (!grant) throw new OAuthError('invalid_request', 'grant_type is missing; send client_credentials.');
  if (grant !== 'client_credentials')
    throw new OAuthError('unsupported_grant_type', 'The only supported grant_type is client_credentials.');
  const scopes = grantedScopes(context, client, form.get('scope'));
  const audience = audienceOf(context, form.all('resource'));
  const access_token = await context.tokens.issue(client, { scopes, audience });
  return { access_token, token_type: 'Bearer', expires_in: tokenLifetime, scope: scopes.join(' ') };
}

/** By default all scopes of the client. */
function grantedScopes({ scopes }: Context, client: OAuthClientRow, requested: string | undefined): string[] {
  const held = words(client.scopes);
  if (!requested) return held;
  const wanted = [...new Set(words(requested))];
  const missing = wanted.filter((scope) => !scopes.find(scope) || !scopes.include(held, scope));
  if (missing.length > 0) throw new OAuthError('invalid_scope', 'The client does not have all of these scopes.');
  return wanted;
}

/** The audience of a token (RFC 8707): addresses of this portal's APIs; by default the whole portal. */
function audienceOf({ apis, config }: Context, resources: string[]): string[] {
  const known = [config.publicUrl, ...[...apis.values()].map(({ basePath }) => config.publicUrl + basePath)];
  const wanted = resources.map((resource) => resource.replace(/\/$/, ''));
  if (!wanted.every((resource) => known.includes(resource)))
    throw new OAuthError('invalid_target', 'A resource must be the URL of an API of this portal.');
  return wanted.length > 0 ? [...new Set(wanted)] : [config.publicUrl];
}
