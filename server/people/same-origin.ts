import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from a page of this portal; only then is its cookie accepted. Browsers say so in Sec-Fetch-Site,
 * which pages cannot forge; older ones send Origin with every changing request.
 */
export function isSameOrigin(method: string, headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && isReading(method))) return false;
  if (origin === undefined) return isReading(method);
  if (origin === new URL(publicUrl).origin) return true;
  // A portal on this machine has several names; the browser sends the one in use as Host.
  return URL.canParse(origin) && new URL(origin).host === host;
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
