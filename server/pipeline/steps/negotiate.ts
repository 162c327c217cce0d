import Negotiator from 'negotiator';
import type { Incoming } from '../../answers/incoming.ts';
import { Refusal } from '../../answers/refusal.ts';
import { writtenTypes } from '../../dialect/formats/format.ts';
import type { Profile } from '../../dialect/profile.ts';
import { oncePer } from '../../openapi/once-per.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import { isJson } from '../../plan/success-response.ts';

/** Chooses what the answer will be by `Accept`; refuses with 406 when it leaves out all that the operation answers (RFC 9110, 12.5.1). */
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
  throw new Refusal('not_acceptable', {
    en: `This operation answers ${list}, which Accept (${accept}) leaves out.`,
    pt: `Esta operação responde ${list}, que o Accept (${accept}) não inclui.`,
  });
}

/** The operation's own media type, what the profile's formats make of it, and what only a handler can make. */
const offersOf = oncePer(({ operation, success }: OperationPlan, { formats, handlers }: Profile): string[] => {
  if (!success.mediaType) return [];
  const written = isJson(success.mediaType) ? writtenTypes(formats) : [];
  const declared = handlers?.[operation.id]
    ? Object.keys(operation.responses[String(success.status)]?.content ?? {})
    : [];
  return [...new Set([success.mediaType, ...written, ...declared])];
});
