import { setTimeout as sleep } from 'node:timers/promises';
import { tooManyRequests } from '../../answers/refusal.ts';
import type { Context } from '../../context.ts';
import { fixedWindow } from '../../dialect/limits/fixed-window.ts';
import type { Principal } from '../../identity/principal.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/**
 * Counts the request against its caller's limit and returns the headers that report it; delays or refuses it (429) over the
 * limit.
 */
export async function limit(
  { config, limitStates }: Context,
  { slug, profile }: ServedApi,
  caller: string,
  now: Date,
): Promise<Record<string, string>> {
  if (!profile.limits) return {};
  const { headers, delay, retryAfter } = await limitStates.take(profile.limits, `${slug} ${caller}`, now.getTime());
  if (!config.limits) return headers;
  if (retryAfter !== undefined) throw tooManyRequests(retryAfter, headers);
  if (delay) await sleep(delay);
  return headers;
}

/** Counts the request against the key's own limit, if any; refuses it over the limit (429). */
export async function limitKey(
  { config, limitStates, now }: Context,
  { actor, requestsPerMinute }: Principal,
): Promise<void> {
  if (requestsPerMinute === undefined) return;
  const limiter = fixedWindow({ requests: requestsPerMinute, seconds: 60 });
  const { retryAfter } = await limitStates.take(limiter, `key ${actor.id}`, now().getTime());
  if (config.limits && retryAfter !== undefined) throw tooManyRequests(retryAfter);
}
