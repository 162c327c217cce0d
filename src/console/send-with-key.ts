import type { GuestKey } from '../client/guest-key.ts';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import type { BuiltRequest } from '../exchange/built-request.ts';
import { findHeader } from '../exchange/received-response.ts';
import { type Outcome, sendRequest } from './send-request.ts';

export interface KeyedOutcome {
  outcome: Outcome;
  /** Undefined if the call was sent without a key. */
  key?: GuestKey;
  /** Whether the key, and with it the workspace, was replaced. */
  renewed: boolean;
}

// A second 401 is not the key's fault: a replacement is not replaced again.
const replacements = new Set<string>();

/** Sends a request with this browser's key. A key that the sandbox rejects is replaced, and the call repeated once. */
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
  if (replacement.secret === key.secret) return { outcome, key, renewed: false };
  replacements.add(replacement.secret);
  return {
    outcome: await sendRequest(request, { key: replacement.secret, signal }),
    key: replacement,
    renewed: true,
  };
}

/** A simulated 401 says nothing about the key. */
function isKeyRefused({ response }: Outcome): boolean {
  return response?.status === 401 && findHeader(response, 'preference-applied') === undefined;
}
