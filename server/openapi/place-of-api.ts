import type { ApiDocument } from './load-api.ts';

/** The path of this portal at or below which an API is served. */
export function placeOfApi({ isPlatform, slug }: Pick<ApiDocument, 'isPlatform' | 'slug'>): string {
  return isPlatform ? '/platform' : `/sandbox/${slug}`;
}
