/** The language of this system, of those that texts exist in. */
export function systemLanguage(): 'pt' | 'en' {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('pt') ? 'pt' : 'en';
}
