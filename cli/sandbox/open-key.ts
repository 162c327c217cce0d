import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../server/answers/refusal.ts';
import type { Context } from '../../server/context.ts';
import { openLocalWorkspace } from '../../server/identity/local-workspace.ts';

/** A sandbox's key and the workspace that it opens. */
export interface SandboxKey {
  secret: string;
  workspaceId: string;
}

/** The key of a sandbox: the same at each start with the same data, for which it lies beside the database. */
export async function openKey(context: Context): Promise<SandboxKey> {
  const file = join(context.config.dataDir, 'sandbox-key');
  if (existsSync(file)) {
    const found = await findKey(context, readFileSync(file, 'utf8').trim());
    if (found) return found;
  }
  const { secret } = await openLocalWorkspace(context.db, context.peppers, context.now());
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return (await findKey(context, secret)) as SandboxKey;
}

/** Undefined for a key that was revoked, or of other data. */
async function findKey({ verifyCredential }: Context, secret: string): Promise<SandboxKey | undefined> {
  try {
    return { secret, workspaceId: (await verifyCredential(secret)).workspaceId };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
