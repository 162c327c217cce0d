import type { Hit } from './hits.ts';

const most = 5;
const nameOf = (locale: string) => `cais.search.${locale}`;

/** The pages that this browser went to from the search, the last one first. */
export function readRecentPages(storage: Storage, locale: string): Hit[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(locale)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isHit).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keeps a page as the last one that was gone to. */
export function keepRecentPage(storage: Storage, locale: string, hit: Hit): void {
  const others = readRecentPages(storage, locale).filter(({ url }) => url !== hit.url);
  const kept = [{ ...hit, excerpt: [] }, ...others].slice(0, most);
  try {
    storage.setItem(nameOf(locale), JSON.stringify(kept));
  } catch {
    // A storage that is full forgets nothing that matters here.
  }
}

export function forgetRecentPages(storage: Storage, locale: string): void {
  storage.removeItem(nameOf(locale));
}

function isHit(value: unknown): value is Hit {
  const { url, title, excerpt } = (value ?? {}) as Partial<Hit>;
  return typeof url === 'string' && url.startsWith('/') && typeof title === 'string' && Array.isArray(excerpt);
}
