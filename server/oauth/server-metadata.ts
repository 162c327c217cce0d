import type { Context } from '../context.ts';
import { locales } from '../settings/languages.ts';

const methods = ['client_secret_basic', 'client_secret_post'];

/** `GET /.well-known/oauth-authorization-server`: the capabilities of this server (RFC 8414). */
export function serverMetadata({ config: { publicUrl }, scopes }: Context): object {
  return {
    issuer: publicUrl,
    token_endpoint: `${publicUrl}/oauth/token`,
    introspection_endpoint: `${publicUrl}/oauth/introspect`,
    revocation_endpoint: `${publicUrl}/oauth/revoke`,
    jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    scopes_supported: scopes.names(),
    // There is no authorization endpoint: no user consent is involved.
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: methods,
    introspection_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_methods_supported: methods,
    service_documentation: `${publicUrl}/guides/authentication`,
    ui_locales_supported: locales,
  };
}
