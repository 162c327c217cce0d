import type { FinishedCall } from './finished-call.ts';

/** Whether a call with an idempotency key was performed or answered from memory; undefined without a key. */
export function idempotencyOf({ api, incoming, responseHeaders }: FinishedCall): 'first' | 'replay' | undefined {
  const { idempotency } = api.profile;
  if (idempotency?.find(incoming.method, incoming.headers) === undefined) return undefined;
  const replayed = Object.keys(idempotency.replayed ?? {});
  return replayed.length > 0 && replayed.every((name) => name in responseHeaders) ? 'replay' : 'first';
}
