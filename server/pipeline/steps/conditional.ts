import type { Answer } from '../../answers/answer.ts';
import type { Incoming } from '../../answers/incoming.ts';
import { entityTagOf, matchesWeakly } from '../../dialect/caching/entity-tag.ts';
import { credentialHeaders, schemesOf } from '../../dialect/credentials.ts';
import { oncePer } from '../../openapi/once-per.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { isJson } from '../../plan/success-response.ts';
import type { Call } from '../../sandbox/behaviours/call.ts';

/** Says of what was read how long it holds and under which entity tag; 304 when the caller has it already. */
export function makeConditional(
  answer: Answer,
  { api, plan, mediaType }: Pick<Call, 'api' | 'plan' | 'mediaType'>,
  { method, headers }: Incoming,
): Answer {
  const { caching } = api.profile;
  // A handler that says itself how long its answer may be kept has a reason: it shows a secret.
  const isRead = method === 'GET' || method === 'HEAD';
  if (!caching || answer.headers?.['cache-control'] || answer.status !== 200 || !isRead) return answer;
  // What is JSON now is written in the format that the caller wants only at the end; each has a tag of its own.
  const text = isJson(answer.mediaType) ? JSON.stringify(answer.body) : undefined;
  const tag = entityTagOf(text === undefined ? answer : { ...answer, mediaType, text });
  const told = {
    etag: tag,
    'cache-control': caching.cacheControl(plan.resource?.store),
    vary: variesBy(plan, api),
  };
  const known = headers['if-none-match'];
  if (known !== undefined && matchesWeakly(known, tag)) return { status: 304, headers: told };
  return { ...answer, text, headers: { ...answer.headers, ...told } };
}

/** One key's answer is not another's, one format not another, and what was simulated is no answer to anybody else. */
const variesBy = oncePer(({ operation }: OperationPlan, { document, profile }: ServedApi): string => {
  const others = profile.simulation === false ? ['Accept'] : ['Accept', 'Prefer'];
  return [...credentialHeaders(schemesOf(document, operation)), ...others].join(', ');
});
