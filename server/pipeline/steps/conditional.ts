import { isJson } from '../../../wire/media-types.ts';
import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { entityTagOf, matchesWeakly } from '../../dialect/caching/entity-tag.ts';
import { credentialHeaders, schemesOf } from '../../dialect/credentials.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { declaresHeader } from '../../plan/success-response.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';

/** Adds the caching headers and the entity tag to a response; 304 when the caller has it already. */
export function makeConditional(
  answer: Answer,
  { api, plan, mediaType }: Pick<Call, 'api' | 'plan' | 'mediaType'>,
  { method, headers }: Incoming,
): Answer {
  const { caching } = api.profile;
  // A handler that sets its own caching has a reason: the response contains a secret.
  const isRead = method === 'GET' || method === 'HEAD';
  if (!hasTags(api, plan) || answer.headers?.['cache-control'] || answer.status !== 200 || !isRead) return answer;
  // JSON is converted to the caller's format only at the end, so the tag covers the media type.
  const text = isJson(answer.mediaType) ? JSON.stringify(answer.body) : undefined;
  const tag = entityTagOf(text === undefined ? answer : { ...answer, mediaType, text });
  const cacheHeaders = {
    etag: tag,
    ...(caching && {
      'cache-control': caching.cacheControl(plan.resource?.store),
      vary: variesBy(plan, api),
    }),
  };
  const known = headers['if-none-match'];
  if (known !== undefined && matchesWeakly(known, tag)) return { status: 304, headers: cacheHeaders };
  return { ...answer, text, headers: { ...answer.headers, ...cacheHeaders } };
}

/** Whether responses have entity tags: by the profile, or as the document declares of one that is read. */
export function hasTags({ profile }: Pick<ServedApi, 'profile'>, { operation, success }: OperationPlan): boolean {
  return profile.caching !== undefined || declaresHeader(operation, success.status, 'etag');
}

/** Responses depend on the key, the format and the simulation. */
const variesBy = memoize(({ operation }: OperationPlan, { document, profile }: ServedApi): string => {
  const others = profile.simulation === false ? ['Accept'] : ['Accept', 'Prefer'];
  return [...credentialHeaders(schemesOf(document, operation)), ...others].join(', ');
});
