import type { Resource } from './plan-types.ts';
import type { ServedApi } from './served-api.ts';

/** The resource of a store; throws if the API has no such store. */
export function getResource({ slug, plan }: Pick<ServedApi, 'slug' | 'plan'>, store: string): Resource {
  const resource = plan.resources.get(store);
  if (!resource) throw new Error(`${slug} has no store "${store}".`);
  return resource;
}
