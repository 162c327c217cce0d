import type { Context } from '../context.ts';
import type { OAuthClientRow } from '../db/schema.ts';
import { createAddressList } from '../identity/address-list.ts';
import { authenticateClient } from '../identity/oauth-clients.ts';
import { words } from '../identity/stored-lists.ts';
import { OAuthError } from './oauth-error.ts';
import type { OAuthForm } from './read-form.ts';

/** The credentials a client presents: in `Authorization` (client_secret_basic) or in the form (client_secret_post). */
interface PresentedCredentials {
  id: string;
  secret: string;
}

/** Authenticates the client of a request; refuses it (401) when the secret is wrong, and (400) from an address not on its list. */
export async function authenticate(
  { db, peppers, now, badCredentials }: Context,
  { authorization, form, address }: { authorization: string | undefined; form: OAuthForm; address: string },
): Promise<OAuthClientRow> {
  const presented = readCredentials(authorization, form);
  const client = presented && (await authenticateClient(db, peppers, { ...presented, now: now() }));
  if (client) return withinAddresses(client, address);
  const wait = presented && (await badCredentials(address));
  if (wait !== undefined) {
    throw new OAuthError('temporarily_unavailable', `Too many wrong secrets. Wait ${wait} seconds.`, {
      status: 429,
      headers: { 'retry-after': String(wait) },
    });
  }
  throw new OAuthError('invalid_client', 'Send the id and secret of a client, with HTTP Basic or in the form.', {
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="OAuth", charset="UTF-8"' },
  });
}

/** Refuses a client, whose secret is right, at an address that is not on its list. */
function withinAddresses(client: OAuthClientRow, address: string): OAuthClientRow {
  const allowed = words(client.allowed_addresses);
  if (allowed.length === 0 || createAddressList(allowed).has(address)) return client;
  throw new OAuthError(
    'unauthorized_client',
    `This client is not allowed from ${address}. Use an address on its list, or add this one to it.`,
  );
}

function readCredentials(authorization: string | undefined, form: OAuthForm): PresentedCredentials | undefined {
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  if (!authorization) return id && secret ? { id, secret } : undefined;
  if (secret) throw new OAuthError('invalid_request', 'Send the secret with HTTP Basic or in the form, not both.');
  const [, encoded] = /^basic +([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? [];
  const basic = encoded ? readBasic(encoded) : undefined;
  if (basic && id && id !== basic.id) throw new OAuthError('invalid_request', 'The form has a different client_id.');
  return basic;
}

/** Both halves are form-encoded before they are joined (RFC 6749, 2.3.1). */
function readBasic(encoded: string): PresentedCredentials | undefined {
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 1) return undefined;
  try {
    const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)].map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    );
    return id && secret ? { id, secret } : undefined;
  } catch {
    return undefined;
  }
}
