import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import { type Language, messageLanguages } from '../settings/languages.ts';

/** The language of texts for people (`Accept-Language`, `es` for `es-MX`, too): Portuguese unless the caller prefers another. */
export function preferredLanguage(headers: IncomingHttpHeaders): Language {
  if (!headers['accept-language']) return 'pt';
  return (new Negotiator({ headers } as never).language(messageLanguages) ?? 'pt') as Language;
}
