import type { ApiKeyRow } from '../../db/schema.ts';
import { createAddressList } from '../../identity/address-list.ts';
import { findKeyBySecret } from '../../identity/api-keys.ts';
import { maySee } from '../../identity/guest-workspaces.ts';
import { findKeyEnvironment } from '../../identity/key-format.ts';
import { statusOf } from '../../identity/key-register.ts';
import { words } from '../../identity/stored-lists.ts';
import { callerOf } from '../caller.ts';
import type { Handler, PlatformCall } from '../handler.ts';

interface Question {
  secret: string;
  address?: string;
  scope?: string;
}

/**
 * `POST /api_keys/verify`: whether a caller's key is valid, for a gateway; of any workspace, including live keys. A guest, who
 * can be anybody, sees only those of the own workspace.
 */
export const verifyApiKey: Handler<'verifyApiKey'> = async (call) => {
  const { db, peppers, uses } = call.context;
  const question = call.body;
  const found = await findKeyBySecret(db, peppers, question.secret);
  const key = found && (await maySee(db, callerOf(call).workspaceId, found.workspace_id)) ? found : undefined;
  const reason = await reasonAgainst(call, key, question);
  if (key && !reason) {
    const { address = null } = question;
    uses.count({ credentialId: key.id, workspaceId: key.workspace_id, address, api: null });
  }
  const api_key = key && !reason ? factsOf(key) : null;
  const body = { valid: reason === null, reason, api_key };
  return { status: 200, mediaType: 'application/json', headers: { 'cache-control': 'no-store' }, body };
};

async function reasonAgainst(
  { context }: PlatformCall,
  key: ApiKeyRow | undefined,
  { secret, address, scope }: Question,
): Promise<string | null> {
  if (!key) return findKeyEnvironment(secret) ? 'unknown' : 'malformed';
  const status = statusOf(key, context.now());
  if (status !== 'active') return status;
  const allowed = words(key.allowed_addresses);
  if (allowed.length > 0 && address !== undefined && !createAddressList(allowed).has(address))
    return 'address_not_allowed';
  return scope === undefined || context.scopes.include(words(key.scopes), scope) ? null : 'insufficient_scope';
}

function factsOf({ id, workspace_id, environment, scopes, requests_per_minute, expires_at }: ApiKeyRow) {
  return { id, workspace_id, environment, scopes: words(scopes), requests_per_minute, expires_at };
}
