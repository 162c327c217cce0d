import type { Answer } from '../dialect/answer.ts';
import { withVary } from '../dialect/vary.ts';
import type { Principal } from '../identity/principal.ts';
import type { Incoming } from './exchange.ts';

/**
 * Lets only pages of a workspace's own origins, and of this portal, read its answers, where it has named some. No cookies are
 * involved: who has a key may call from anywhere else.
 */
export function shareWithOrigin(
  answer: Answer,
  principal: Pick<Principal, 'allowedOrigins'> | undefined,
  { headers: { origin } }: Pick<Incoming, 'headers'>,
  publicUrl: string,
): Answer {
  if (!principal?.allowedOrigins) return answer;
  const varied = { ...answer, headers: withVary(answer.headers, 'Origin') };
  const isAllowed =
    origin !== undefined && [...principal.allowedOrigins, new URL(publicUrl).origin].includes(origin.toLowerCase());
  if (!isAllowed) return { ...varied, withoutHeaders: ['access-control-allow-origin'] };
  return { ...varied, headers: { ...varied.headers, 'access-control-allow-origin': origin } };
}
