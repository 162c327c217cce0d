import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Whether changes of a store are serialized within a workspace: their effects (steps, events, change timestamps) must be
 * committed in order.
 */
export function isOrdered({ profile }: Pick<ServedApi, 'profile'>, store: string): boolean {
  const { lifecycle, actions, events } = rulesOf(profile, store);
  return Boolean(lifecycle || actions || events || profile.lastChange);
}

/** Runs a change of several rows in one transaction, unless one is open; for an ordered store, under the workspace's lock. */
export function atomically<S extends Sandbox, T>(
  sandbox: S,
  store: string,
  run: (inside: S) => Promise<T>,
): Promise<T> {
  const { db, api, workspaceId } = sandbox;
  const ordered = isOrdered(api, store);
  if (db.isTransaction || !(ordered || rulesOf(api.profile, store).unique)) return run(sandbox);
  return inTransaction(db, async (transaction) => {
    if (ordered) await lockWorkspace(transaction, workspaceId);
    return run({ ...sandbox, db: transaction });
  });
}
