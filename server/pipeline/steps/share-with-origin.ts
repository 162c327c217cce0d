import type { Incoming } from '../../answers/incoming.ts';
import type { Principal } from '../../identity/principal.ts';

/**
 * Restricts CORS to a workspace's origins, where it has named some, and this portal. No cookies are involved: the holder of
 * a key may call from anywhere else.
 */
export function shareWithOrigin(
  principal: Pick<Principal, 'allowedOrigins'> | undefined,
  { headers: { origin } }: Pick<Incoming, 'headers'>,
  publicUrl: string,
): { headers: Record<string, string>; removed?: string[] } | undefined {
  if (!principal?.allowedOrigins) return undefined;
  const allowed = [...principal.allowedOrigins, new URL(publicUrl).origin];
  const isAllowed = origin !== undefined && allowed.includes(origin.toLowerCase());
  if (!isAllowed) return { headers: { vary: 'Origin' }, removed: ['access-control-allow-origin'] };
  return { headers: { vary: 'Origin', 'access-control-allow-origin': origin } };
}
