import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import { type Language, messageLanguages } from '../settings/languages.ts';

/** The language of texts for people (`Accept-Language`, `es` for `es-MX`, too): `usual` unless the caller prefers another. */
export function preferredLanguage(headers: IncomingHttpHeaders, usual: Language = 'pt'): Language {
  if (!headers['accept-language']) return usual;
  const offers = [usual, ...messageLanguages.filter((language) => language !== usual)];
  return (new Negotiator({ headers } as never).language(offers) ?? usual) as Language;
}
