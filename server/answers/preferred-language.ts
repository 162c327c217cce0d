import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';

/** The language of human-readable texts (`Accept-Language`): Portuguese unless the caller prefers English. */
export function preferredLanguage(headers: IncomingHttpHeaders): 'pt' | 'en' {
  if (!headers['accept-language']) return 'pt';
  return new Negotiator({ headers } as never).language(['pt', 'en']) === 'en' ? 'en' : 'pt';
}
