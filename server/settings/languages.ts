/**
 * The languages of Cais, each with its own name. Another one needs a line here, its texts in `i18n/<code>/`, and an
 * `overlay.<code>.yaml` beside each document that has it.
 */
export const languages = { 'pt-BR': 'Português', en: 'English', es: 'Español' } as const;

/** The code of a language: that of its folder of texts, of its pages' addresses, and of their `lang`. */
export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

/** The language in which texts stand in the code, and in the documents that ship with Cais. */
export const sourceLocale: Locale = 'pt-BR';

/** A language without its region, `pt` of `pt-BR`: what a message is in, and what a profile names its own texts by. */
export type Language = WithoutRegion<Locale>;

type WithoutRegion<Code extends string> = Code extends `${infer Tag}-${string}` ? Tag : Code;

export function languageOf(locale: Locale): Language {
  return locale.replace(/-.*/, '') as Language;
}

export const messageLanguages = [...new Set(locales.map(languageOf))];

/** Each language, with the locale whose folder has its messages. */
export const localesByLanguage = Object.fromEntries(
  messageLanguages.map((language) => [language, locales.find((locale) => languageOf(locale) === language)]),
) as Record<Language, Locale>;

/** Where the pages in a language begin, below the portal's URL: `/en`. A portal that has none in it leads on to its own. */
export function pagesIn(language: Language): string {
  const locale = localesByLanguage[language];
  return locale === sourceLocale ? '' : `/${locale}`;
}

/** The languages that a text is looked for in, one after the other, until there is one: `es`, `en`, `pt`. */
export function fallbacksOf(language: Language): Language[] {
  return [...new Set<Language>([language, 'en', 'pt', ...messageLanguages])];
}

/** The languages that a first segment of an address may say, as alternatives of a pattern. */
export const localePattern = locales.join('|');
