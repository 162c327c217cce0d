import type { Texts } from '../../answers/texts.ts';
/** A convention of how long answers may be kept and how a caller asks whether they still hold. */
export interface Caching {
  /** How people call it. */
  name: Texts;
  /** The stores that it names, so that a wrong name is found at the start. */
  stores: string[];
  /** `Cache-Control` of answers that show records of a store. */
  cacheControl(store: string | undefined): string;
}

/** Answers carry an entity tag and are asked about at each use, but for those of the stores that hardly change: they hold for so many seconds. */
export function entityTags({ maxAge = {} }: { maxAge?: Record<string, number> } = {}): Caching {
  const lasting = Object.entries(maxAge)
    .map(([store, seconds]) => `, ${store} ${seconds} s`)
    .join('');
  return {
    name: {
      en: `entity tags${lasting}`,
      pt: `etiquetas de entidade (ETag)${lasting}`,
    },
    stores: Object.keys(maxAge),
    cacheControl: (store) => {
      const seconds = store === undefined ? undefined : maxAge[store];
      // What a key shows is for its owner alone, so shared caches keep none of it.
      return seconds === undefined ? 'private, no-cache' : `private, max-age=${seconds}`;
    },
  };
}
