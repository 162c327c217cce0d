import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import type { Context } from '../../context.ts';
import { looksLikeToken, tokenLifetime } from '../../identity/access-tokens.ts';
import { findPresented, grantOf } from '../../oauth/presented-secret.ts';
import type { GivenToken } from '../../sandbox/behaviours/give-token.ts';

/** For how long a caller may take a key for a token, in seconds: an hour, as most vendors have it. */
const keyLifetime = 3600;

/** The token for a caller who is known by what they present (RFC 6749, 5.1). */
export async function tokenFor(context: Context, incoming: Incoming): Promise<GivenToken> {
  // Where nobody is asked for a key, anything will do.
  const presented = (await findPresented(context, incoming)) ?? 'token';
  const { grant, scope } = grantOf(incoming);
  const isToken = looksLikeToken(presented);
  return {
    access_token: presented,
    token_type: 'Bearer',
    expires_in: isToken ? tokenLifetime : keyLifetime,
    // A client asks again with its secret (RFC 6749, 4.4.3).
    ...(!isToken && grant !== 'client_credentials' && { refresh_token: presented }),
    ...(scope && { scope }),
  };
}

/** The answer where a flow of the document says that tokens are to be had, and no operation describes it. */
export async function tokenAnswer(context: Context, incoming: Incoming): Promise<Answer> {
  const headers = { 'cache-control': 'no-store', pragma: 'no-cache' };
  return { status: 200, headers, mediaType: 'application/json', body: await tokenFor(context, incoming) };
}
