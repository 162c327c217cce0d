import { announceKeyChange } from './key-changes.ts';

/** The short-lived test key of this browser, for its guest workspace or, if signed in, for a workspace of the person. */
export interface GuestKey {
  secret: string;
  workspaceId: string;
  scopes: string[];
  /** ISO 8601. */
  expiresAt: string;
  /** Whom it was created for; undefined for a guest. */
  holder?: string;
}

/** A guest's key is the workspace: who signs in has another key meanwhile, and finds the guest's again after signing out. */
const NAMES = { guest: 'cais.guest-key', person: 'cais.person-key' };

// A key must not expire in the middle of a call.
const SPARE_MILLISECONDS = 60_000;

/** How many milliseconds a key can still be used; 0 if it should be renewed. */
export function usableMilliseconds(key: GuestKey, now = Date.now()): number {
  return Math.max(0, Date.parse(key.expiresAt) - SPARE_MILLISECONDS - now) || 0;
}

/** Finds this browser's key, unless it has expired or belongs to somebody else. A live key is ignored, wherever it came from. */
export function findGuestKey(storage: Storage, now = Date.now(), holder?: string): GuestKey | undefined {
  const key = readKey(storage, nameFor(holder));
  const good = key?.secret.startsWith('sk_test_') && key.holder === holder && usableMilliseconds(key, now) > 0;
  return good ? key : undefined;
}

/** Stores the key for all tabs; the other tabs are told by the browser, this one here. */
export function storeGuestKey(storage: Storage, key: GuestKey): void {
  try {
    storage.setItem(nameFor(key.holder), JSON.stringify(key));
  } catch {}
  announceKeyChange();
}

/** Forgets the key, unless another one has replaced it in the meantime. */
export function forgetGuestKey(storage: Storage, { secret, holder }: GuestKey): void {
  if (readKey(storage, nameFor(holder))?.secret !== secret) return;
  storage.removeItem(nameFor(holder));
  announceKeyChange();
}

/** Forgets the key of whoever was signed in. */
export function forgetPersonKey(storage: Storage): void {
  storage.removeItem(NAMES.person);
  announceKeyChange();
}

function nameFor(holder: string | undefined): string {
  return holder === undefined ? NAMES.guest : NAMES.person;
}

function readKey(storage: Storage, name: string): GuestKey | undefined {
  try {
    return (JSON.parse(storage.getItem(name) ?? 'null') as GuestKey | null) ?? undefined;
  } catch {
    return undefined;
  }
}
