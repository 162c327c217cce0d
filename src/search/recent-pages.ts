import type { Hit } from './hits.ts';

const most = 5;
const nameOf = (locale: string) => `cais.search.${locale}`;

/** The pages recently opened from the search, the newest first. */
export function readRecentPages(storage: Storage, locale: string): Hit[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(nameOf(locale)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isHit).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Adds a page to the front of the recent pages. */
export function addRecentPage(storage: Storage, locale: string, hit: Hit): void {
  const others = readRecentPages(storage, locale).filter(({ url }) => url !== hit.url);
  const pages = [{ ...hit, excerpt: [] }, ...others].slice(0, most);
  try {
    storage.setItem(nameOf(locale), JSON.stringify(pages));
  } catch {
    // Storage is full: recent pages are not worth an error.
  }
}

export function forgetRecentPages(storage: Storage, locale: string): void {
  storage.removeItem(nameOf(locale));
}

function isHit(value: unknown): value is Hit {
  const { url, title, excerpt } = (value ?? {}) as Partial<Hit>;
  return typeof url === 'string' && url.startsWith('/') && typeof title === 'string' && Array.isArray(excerpt);
}
