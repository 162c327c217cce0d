import { tooManyRequests } from '../../answers/refusal.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import { findKeyBySecret } from '../../identity/api-keys.ts';
import { writeAuditEntry } from '../../identity/audit-trail.ts';
import { revokeKey } from '../../identity/key-register.ts';
import type { Handler } from '../handler.ts';

/** `POST /api_keys/report_leak`: revokes a key found in public; the response does not reveal whether it existed. */
export const reportLeakedApiKey: Handler<'reportLeakedApiKey'> = async ({ context, incoming, body }) => {
  const wait = await context.leakReports(incoming.address);
  if (wait !== undefined) throw tooManyRequests(wait);
  const { secret, found_at } = body;
  const { db, peppers, now } = context;
  const key = await findKeyBySecret(db, peppers, secret.trim());
  if (key) {
    await inTransaction(db, async (transaction) => {
      if (!(await revokeKey(transaction, key.id, now()))) return;
      await writeAuditEntry(transaction, {
        workspaceId: key.workspace_id,
        action: 'api_key.leaked',
        actor: { type: 'anonymous', id: null },
        target: { type: 'api_key', id: key.id },
        details: { name: key.name, ...(found_at && { found_at }) },
        address: incoming.address,
        requestId: incoming.id,
        now: now(),
      });
    });
    context.forgetWorkspace(key.workspace_id);
  }
  return { status: 202 };
};
