const most = 4;
/** What is longer was pasted, and may be what nobody wants to see again. */
const longest = 60;
/** How keys, client secrets, webhook secrets and tokens begin. */
const secret = /\b[sp]k_(?:test|live)_|\bcs_\w{8}|\bwhsec_|\beyJ|^bearer\s/i;
const nameOf = (locale: string) => `cais.searches.${locale}`;

/** What was recently searched for in this browser, the newest first. */
export function readRecentSearches(storage: Storage, locale: string): string[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(nameOf(locale)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Remembers a search that has led somewhere. A key that was pasted is not kept. */
export function addRecentSearch(storage: Storage, locale: string, query: string): void {
  const text = query.trim().replaceAll(/\s+/g, ' ');
  if (text.length < 2 || text.length > longest || secret.test(text)) return;
  const key = text.toLowerCase();
  const others = readRecentSearches(storage, locale).filter((other) => other.toLowerCase() !== key);
  try {
    storage.setItem(nameOf(locale), JSON.stringify([text, ...others].slice(0, most)));
  } catch {
    // Storage is full: recent searches are not worth an error.
  }
}

export function forgetRecentSearches(storage: Storage, locale: string): void {
  storage.removeItem(nameOf(locale));
}
