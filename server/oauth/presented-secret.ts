import type { Incoming } from '../answers/incoming.ts';
import type { Context } from '../context.ts';
import { halvesOfBasic } from '../dialect/sent-credentials.ts';
import { isCredential } from '../identity/is-credential.ts';
import { authenticateClient } from '../identity/oauth-clients.ts';
import { words } from '../identity/stored-lists.ts';

/** Larger bodies are no requests for a token. */
const mostBytes = 64 * 1024;

/**
 * What a request for a token presents: a key of the sandbox, whether as secret, password, code or refresh token, which is then the access
 * token, too; or a token of the portal for one of its clients, by its id and secret. Undefined where there is nothing.
 */
export async function findPresented(context: Context, incoming: Incoming): Promise<string | undefined> {
  const basic = halvesOfBasic(incoming.headers);
  const fields = fieldsOf(incoming);
  const values = [...basic, ...fields.values(), ...incoming.query.values()];
  const key = values.find(isCredential);
  if (key) return key;
  const [id = fields.get('client_id'), secret = fields.get('client_secret')] = basic;
  if (!id || !secret) return values.find(Boolean);
  const { db, peppers, now, tokens, config } = context;
  const client = await authenticateClient(db, peppers, { id, secret, now: now() });
  return client ? tokens.issue(client, { scopes: words(client.scopes), audience: [config.publicUrl] }) : secret;
}

/** The fields of a form or of a JSON object. */
function fieldsOf({ body, headers }: Incoming): Map<string, string> {
  if (!body || body.length > mostBytes) return new Map();
  const text = body.toString();
  if (!/json/i.test(headers['content-type'] ?? '')) return new Map(new URLSearchParams(text));
  try {
    const sent: unknown = JSON.parse(text);
    const entries = typeof sent === 'object' && sent !== null ? Object.entries(sent) : [];
    return new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
  } catch {
    return new Map();
  }
}

/** The grant that a request asks for, and the scopes. */
export function grantOf(incoming: Incoming): { grant: string | undefined; scope: string | undefined } {
  const fields = fieldsOf(incoming);
  const of = (name: string) => fields.get(name) ?? incoming.query.get(name) ?? undefined;
  return { grant: of('grant_type') ?? of('grantType'), scope: of('scope') };
}
