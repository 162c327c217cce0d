import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of this portal itself sent a request: only then is its cookie listened to. Browsers say so in Sec-Fetch-Site,
 * which no page can forge; older ones send Origin with whatever changes something.
 */
export function isSameOrigin(method: string, headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && isReading(method))) return false;
  if (origin === undefined) return isReading(method);
  if (origin === new URL(publicUrl).origin) return true;
  // A portal on this machine has several names. What a page is served under is what its browser sends as Host.
  return URL.canParse(origin) && new URL(origin).host === host;
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
