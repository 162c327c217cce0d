/** The short-lived test key of this browser: that of its guest workspace or, for who is signed in, of a workspace of theirs. */
export interface GuestKey {
  secret: string;
  workspaceId: string;
  scopes: string[];
  /** ISO 8601. */
  expiresAt: string;
  /** For whom it was made; a guest's has none. */
  holder?: string;
}

const NAME = 'cais.guest-key';

// A key that ends in the middle of a call helps nobody.
const SPARE_MILLISECONDS = 60_000;

/** How long a key can still be used; 0 when it should be renewed. */
export function usableMilliseconds(key: GuestKey, now = Date.now()): number {
  return Math.max(0, Date.parse(key.expiresAt) - SPARE_MILLISECONDS - now) || 0;
}

/** Finds this tab's key, unless it has expired or is another's. A live key is never taken, whoever put it there. */
export function findGuestKey(storage: Storage, now = Date.now(), holder?: string): GuestKey | undefined {
  const key = readKey(storage);
  const good = key?.secret.startsWith('sk_test_') && key.holder === holder && usableMilliseconds(key, now) > 0;
  return good ? key : undefined;
}

/** Keeps the key for this tab. Where the browser forbids storage, the page's memory has to do. */
export function keepGuestKey(storage: Storage, key: GuestKey): void {
  try {
    storage.setItem(NAME, JSON.stringify(key));
  } catch {}
}

/** Forgets the key, unless another one has taken its place meanwhile. */
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
