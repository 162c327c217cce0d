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

const NAME = 'cais.guest-key';

// A key must not expire in the middle of a call.
const SPARE_MILLISECONDS = 60_000;

/** How many milliseconds a key can still be used; 0 if it should be renewed. */
export function usableMilliseconds(key: GuestKey, now = Date.now()): number {
  return Math.max(0, Date.parse(key.expiresAt) - SPARE_MILLISECONDS - now) || 0;
}

/** Finds this tab's key, unless it has expired or belongs to somebody else. A live key is ignored, wherever it came from. */
export function findGuestKey(storage: Storage, now = Date.now(), holder?: string): GuestKey | undefined {
  const key = readKey(storage);
  const good = key?.secret.startsWith('sk_test_') && key.holder === holder && usableMilliseconds(key, now) > 0;
  return good ? key : undefined;
}

/** Stores the key for this tab; in memory if the browser blocks storage. */
export function storeGuestKey(storage: Storage, key: GuestKey): void {
  try {
    storage.setItem(NAME, JSON.stringify(key));
  } catch {}
}

/** Forgets the key, unless another one has replaced it in the meantime. */
export function forgetGuestKey(storage: Storage, secret: string): void {
  if (readKey(storage)?.secret === secret) storage.removeItem(NAME);
}

function readKey(storage: Storage): GuestKey | undefined {
  try {
    return (JSON.parse(storage.getItem(NAME) ?? 'null') as GuestKey | null) ?? undefined;
  } catch {
    return undefined;
  }
}
