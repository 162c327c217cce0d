import type { Context } from '../../server/context.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';

/** The APIs of documents, without the platform's own. */
export function sandboxesOf({ apis }: Pick<Context, 'apis'>): ServedApi[] {
  return [...apis.values()].filter(({ isPlatform }) => !isPlatform);
}
