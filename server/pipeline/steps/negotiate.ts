import Negotiator from 'negotiator';
import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { writtenTypes } from '../../dialect/formats/format.ts';
import type { Profile } from '../../dialect/profile.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import { isJson } from '../../plan/success-response.ts';

/**
 * Selects the response media type by `Accept`; refuses with 406 when it allows none of the operation's types (RFC 9110,
 * 12.5.1).
 */
export function negotiate(
  plan: OperationPlan,
  profile: Profile,
  { headers }: Pick<Incoming, 'headers'>,
): string | undefined {
  const { accept } = headers;
  const offers = offersOf(plan, profile);
  if (offers.length === 0 || !accept || accept === '*/*') return offers[0];
  const chosen = new Negotiator({ headers } as never).mediaType(offers);
  if (chosen) return chosen;
  const list = offers.join(', ');
  throw new Refusal('not_acceptable', say('http.not-acceptable', { list, accept }));
}

/** The operation's own media type, the profile's alternative formats, and the types that only a handler can produce. */
const offersOf = memoize(({ operation, success }: OperationPlan, { formats, handlers }: Profile): string[] => {
  const { mediaType, sentAs = mediaType, streams = [] } = success;
  if (!sentAs) return [];
  const written = isJson(sentAs) ? writtenTypes(formats) : [];
  const declared = handlers?.[operation.id]
    ? Object.keys(operation.responses[String(success.status)]?.content ?? {})
    : [];
  return [...new Set([sentAs, ...written, ...declared, ...streams])];
});
