import type { GuestKeyState } from '../client/use-guest-key.ts';

/** A production key has no business in a browser, and no sandbox takes it. */
export function isLiveKey(secret: string): boolean {
  return /^(sk|rk)_live_/.test(secret);
}

/** A key or token that the person has typed, for this form only. It is never stored, and never replaced by another. */
export function typedAccount(secret: string): GuestKeyState & { isTyped: true } {
  const key = { secret, workspaceId: '', scopes: [], expiresAt: '' };
  const getKey = async () => key;
  return { key, error: null, isPending: false, isGuest: false, isTyped: true, getKey, renewKey: getKey };
}
