/** What a page in a language asks the server for: that language, else English. */
export function acceptLanguage(locale: string): string {
  return locale === 'en' ? locale : `${locale}, en;q=0.5`;
}
