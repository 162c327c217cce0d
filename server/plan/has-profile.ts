import type { ServedApi } from './served-api.ts';

/** Whether a provider has written a profile: where there is none, the document alone says what an API does. */
export function hasProfile({ written }: Pick<ServedApi, 'written'>): boolean {
  return Object.keys(written).length > 0;
}
