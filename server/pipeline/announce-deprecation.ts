import type { Answer } from '../dialect/answer.ts';
import { deprecationHeaders } from '../dialect/versions/deprecation.ts';
import type { ServedApi } from '../sandbox/served-api.ts';
import type { Incoming } from './exchange.ts';

/** Tells with each answer of an older version, a refusal too, that it is to be left, and which address to call instead. */
export function announceDeprecation(
  answer: Answer,
  { profile: { versions }, basePath, router }: ServedApi,
  { pathBelow = '' }: Pick<Incoming, 'pathBelow'>,
  publicUrl: string,
): Answer {
  const version = versions?.find(pathBelow);
  const older = version === undefined ? undefined : versions?.older[version];
  if (!versions || !older) return answer;
  const instead = versions.translate(pathBelow, versions.newest);
  const successor = router(instead) ? basePath + instead : undefined;
  const { link, ...headers } = deprecationHeaders(older, { publicUrl, successor });
  const links = [answer.headers?.link, link].filter(Boolean).join(', ');
  return { ...answer, headers: { ...answer.headers, ...headers, link: links } };
}
