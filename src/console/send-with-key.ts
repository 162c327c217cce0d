import type { GuestKey } from '../client/guest-key.ts';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import { findHeader } from '../exchange/answer.ts';
import type { BuiltRequest } from '../exchange/built-request.ts';
import { type Outcome, sendRequest } from './send-request.ts';

export interface KeyedOutcome {
  outcome: Outcome;
  /** Absent when the call goes without a key. */
  key?: GuestKey;
  /** Whether the key was replaced on the way, and with it the workspace. */
  renewed: boolean;
}

// A second 401 is not the key's fault: a key that replaced another is not replaced again.
const replacements = new Set<string>();

/** Sends a request with this browser's key. A key that the sandbox no longer takes is replaced, and the call made once more. */
export async function sendWithKey(
  request: BuiltRequest,
  account: Pick<GuestKeyState, 'getKey' | 'renewKey'>,
  signal: AbortSignal,
): Promise<KeyedOutcome> {
  if (request.credentials.length === 0) {
    return { outcome: await sendRequest(request, { key: '', signal }), renewed: false };
  }
  const key = await account.getKey();
  const outcome = await sendRequest(request, { key: key.secret, signal });
  if (!isKeyRefused(outcome) || replacements.has(key.secret)) return { outcome, key, renewed: false };
  const replacement = await account.renewKey(key);
  replacements.add(replacement.secret);
  return {
    outcome: await sendRequest(request, { key: replacement.secret, signal }),
    key: replacement,
    renewed: true,
  };
}

/** A 401 that was asked for says nothing of the key. */
function isKeyRefused({ answer }: Outcome): boolean {
  return answer?.status === 401 && findHeader(answer, 'preference-applied') === undefined;
}
