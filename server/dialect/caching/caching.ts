import { alike, type OwnTexts } from '../../answers/texts.ts';

/** A convention for how long responses may be cached, and how callers revalidate them. */
export interface Caching {
  /** A name for people. */
  name: OwnTexts;
  /** The stores that it mentions, to detect wrong names at startup. */
  stores: string[];
  /** `Cache-Control` for responses with records of a store. */
  cacheControl(store: string | undefined): string;
}

/** Responses have an entity tag and are revalidated on each use, except those of stores in `maxAge`, which are fresh for so many seconds. */
export function entityTags({ maxAge = {} }: { maxAge?: Record<string, number> } = {}): Caching {
  const lasting = Object.entries(maxAge)
    .map(([store, seconds]) => `, ${store} ${seconds} s`)
    .join('');
  return {
    name: alike(`ETags${lasting}`),
    stores: Object.keys(maxAge),
    cacheControl: (store) => {
      const seconds = store === undefined ? undefined : maxAge[store];
      // Responses are specific to a key, so shared caches must not store them.
      return seconds === undefined ? 'private, no-cache' : `private, max-age=${seconds}`;
    },
  };
}
