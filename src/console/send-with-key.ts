import type { BuiltRequest } from '../../wire/built-request.ts';
import type { GuestKey } from '../client/guest-key.ts';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import { findHeader } from '../exchange/received-response.ts';
import { type Outcome, type SendOptions, sendRequest } from './send-request.ts';

export interface KeyedOutcome {
  outcome: Outcome;
  /** Undefined if the call was sent without a key. */
  key?: GuestKey;
  /** Whether the sandbox has not accepted the key, twice. */
  refused: boolean;
}

// After a second 401, this key is not tried twice again.
const triedTwice = new Set<string>();

/**
 * Sends a request with this browser's key. After a 401, it is sent once more: with another key, if there is one. A key that the
 * person has typed is tried once.
 */
export async function sendWithKey(
  request: BuiltRequest,
  account: Pick<GuestKeyState, 'getKey' | 'renewKey'> & { isTyped?: boolean },
  options: Pick<SendOptions, 'onStream'> & { signal: AbortSignal },
): Promise<KeyedOutcome> {
  if (request.credentials.length === 0) {
    return { outcome: await sendRequest(request, { ...options, key: '' }), refused: false };
  }
  const key = await account.getKey();
  const outcome = await sendRequest(request, { ...options, key: key.secret });
  if (account.isTyped || !isKeyRefused(outcome)) return { outcome, key, refused: false };
  if (triedTwice.has(key.secret)) return { outcome, key, refused: true };
  const next = await account.renewKey(key);
  if (!next) return { outcome, key, refused: false };
  triedTwice.add(next.secret);
  const second = await sendRequest(request, { ...options, key: next.secret });
  return { outcome: second, key: next, refused: isKeyRefused(second) };
}

/** A simulated 401 says nothing about the key. */
function isKeyRefused({ response }: Outcome): boolean {
  return response?.status === 401 && findHeader(response, 'preference-applied') === undefined;
}
