/**
 * The languages of the pages, each with its own name. Another one needs a line here, its texts in `i18n/<code>/`, and an
 * `overlay.<code>.yaml` beside each document that has it.
 */
export const languages = { 'pt-BR': 'Português', en: 'English', es: 'Español' } as const;

/** The code of a language: that of its folder of texts, of its pages' addresses, and of their `lang`. */
export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

/** The language in which texts stand in the code, and in the documents that ship with Cais. */
export const sourceLocale: Locale = 'pt-BR';

/** The language in which the server has its messages for readers of a language. */
export function messagesIn(locale: string): 'pt' | 'en' {
  return locale.startsWith('pt') ? 'pt' : 'en';
}

/** The languages that a first segment of an address may say, as alternatives of a pattern. */
export const localePattern = locales.join('|');
