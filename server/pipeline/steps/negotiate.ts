import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { preferredType } from '../../dialect/formats/preferred-type.ts';
import type { Profile } from '../../dialect/profile.ts';
import { findDeclaredType } from '../../openapi/declared-type.ts';
import type { MediaType } from '../../openapi/document-types.ts';
import { offeredTypes } from '../../plan/offered-types.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';

/** Selects the response media type by `Accept`; refuses with 406 when it allows none of the operation's types. */
export function negotiate(
  plan: OperationPlan,
  profile: Profile,
  { headers: { accept } }: Pick<Incoming, 'headers'>,
): string | undefined {
  const offers = offeredTypes(plan, profile);
  const chosen =
    preferredType(offers, accept) ?? offers.find((type) => isOfRange(plan.success.content?.[type], accept));
  if (chosen || offers.length === 0) return chosen;
  const list = offers.join(', ');
  throw new Refusal('not_acceptable', say('http.not-acceptable', { list, accept }));
}

/** Of a range, such as `image/*`, the caller may ask for any type. */
function isOfRange(media: MediaType | undefined, accept = ''): boolean {
  const { range } = media ?? {};
  return range !== undefined && accept.split(',').some((type) => findDeclaredType([range], type) !== undefined);
}
