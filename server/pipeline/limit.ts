import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { Refusal } from '../dialect/errors/refusal.ts';
import type { ServedApi } from '../sandbox/served-api.ts';

/** Counts the request against its caller's limit and gives the headers that tell of it; holds it back or refuses it (429) past that. */
export async function limit(
  { config, limitStates }: Context,
  { slug, profile }: ServedApi,
  caller: string,
  now: Date,
): Promise<Record<string, string>> {
  if (!profile.limits) return {};
  const { headers, delay, retryAfter } = limitStates.take(profile.limits, `${slug} ${caller}`, now.getTime());
  if (!config.limits) return headers;
  if (retryAfter !== undefined) throw tooMany(retryAfter, headers);
  if (delay) await sleep(delay);
  return headers;
}

function tooMany(seconds: number, headers: Record<string, string>): Refusal {
  const detail = {
    en: `There were more requests than the limit allows. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and send again.`,
    pt: `Houve mais requisições do que o limite permite. Espere ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'} e envie de novo.`,
  };
  return new Refusal('too_many_requests', detail, { headers: { ...headers, 'retry-after': String(seconds) } });
}
