import { useSyncExternalStore } from 'react';
import { browserStorage } from '../ui/browser-storage.ts';
import { findGuestKey, type GuestKey } from './guest-key.ts';
import { watchKeyChanges } from './key-changes.ts';
import { findSignedIn, holderOf } from './signed-in.ts';

/** The stored key of whoever uses this browser now: the person signed in, else the guest. */
export function findCurrentKey(): GuestKey | undefined {
  const storage = browserStorage();
  return findGuestKey(storage, Date.now(), holderOf(findSignedIn(storage)));
}

/** The id of this browser's workspace; undefined if it has none yet. */
export function findWorkspaceId(): string | undefined {
  return findCurrentKey()?.workspaceId ?? findSignedIn(browserStorage())?.workspaceId;
}

/** The same, followed in all tabs; undefined during pre-rendering. */
export function useWorkspaceId(): string | undefined {
  return useSyncExternalStore(watchKeyChanges, findWorkspaceId, () => undefined);
}

let last: GuestKey | undefined;

/** The same object until the key is another. */
function snapshot(): GuestKey | undefined {
  const key = findCurrentKey();
  if (key?.secret !== last?.secret || key?.expiresAt !== last?.expiresAt) last = key;
  return last;
}

/** The stored key, without creating one; undefined during pre-rendering. It follows the other tabs. */
export function useCurrentKey(): GuestKey | undefined {
  return useSyncExternalStore(watchKeyChanges, snapshot, () => undefined);
}

/** Calls the listener when this browser has gone from one workspace to another, in this tab or in another one. */
export function watchWorkspace(listener: (key: GuestKey | undefined) => void): () => void {
  let before = findCurrentKey();
  return watchKeyChanges(() => {
    const now = findCurrentKey();
    const hasLeft = before !== undefined && before.workspaceId !== now?.workspaceId;
    before = now ?? before;
    if (hasLeft) listener(now);
  });
}
