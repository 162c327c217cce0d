import { type Language, messageLanguages } from '../server/settings/languages.ts';

/** The language of this system, of those that texts exist in; else English. */
export function systemLanguage(): Language {
  const { language } = new Intl.Locale(new Intl.DateTimeFormat().resolvedOptions().locale);
  return messageLanguages.find((known) => known === language) ?? 'en';
}
