import type { GuestKey } from './guest-key.ts';

/**
 * Whether the server knows a key: an API may answer 401 for reasons of its own, such as a second credential. Only a clear no counts,
 * since a workspace hangs on it.
 */
export async function isKnownKey(serverUrl: string, { secret }: GuestKey): Promise<boolean> {
  try {
    const headers = { Authorization: `Bearer ${secret}` };
    const answer = await fetch(`${serverUrl}/platform/v1/workspace`, {
      headers,
      credentials: 'omit',
      cache: 'no-store',
    });
    return answer.status !== 401;
  } catch {
    return true;
  }
}
