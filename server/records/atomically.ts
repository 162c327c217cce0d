import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import { rulesOf } from '../dialect/rules-of.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Whether changes of one of these stores are serialized within a workspace: their effects (steps, events, change timestamps)
 * must be committed in order.
 */
export function isOrdered({ profile }: Pick<ServedApi, 'profile'>, stores: string[]): boolean {
  return stores.some((store) => {
    const { lifecycle, actions, events } = rulesOf(profile, store);
    return Boolean(lifecycle || actions || events || profile.lastChange);
  });
}

/** The stores of which records may be removed with a record of this one: its own, and those below. */
export function storesRemovedWith({ plan }: Pick<ServedApi, 'plan'>, store: string): string[] {
  const below = [...plan.resources.values()].filter(({ standsAlone }) => !standsAlone);
  return [store, ...below.map((resource) => resource.store)];
}

/**
 * Runs a change in one transaction; for ordered stores, under the workspace's lock. Within an open transaction, whose opener holds
 * the lock, it can still be undone alone.
 */
export function atomically<S extends Sandbox, T>(
  sandbox: S,
  stores: string[],
  run: (inside: S) => Promise<T>,
): Promise<T> {
  const { db, api, workspaceId } = sandbox;
  const needsLock = !db.isTransaction && isOrdered(api, stores);
  return inTransaction(db, async (transaction) => {
    if (needsLock) await lockWorkspace(transaction, workspaceId);
    return run({ ...sandbox, db: transaction });
  });
}

/**
 * Runs a change of one record, atomically if a rule of its store asks for it. Unique values do so in an open transaction, too: they
 * refuse a change that is already written, and its caller may go on.
 */
export function atomicallyByRules<S extends Sandbox, T>(
  sandbox: S,
  store: string,
  run: (inside: S) => Promise<T>,
): Promise<T> {
  const { db, api } = sandbox;
  const isAtomic = rulesOf(api.profile, store).unique || (!db.isTransaction && isOrdered(api, [store]));
  return isAtomic ? atomically(sandbox, [store], run) : run(sandbox);
}
