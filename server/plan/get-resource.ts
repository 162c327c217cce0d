import type { Resource } from './plan-types.ts';
import type { ServedApi } from './served-api.ts';

/** What the plan knows of a store; throws where the API has none of that name. */
export function getResource({ slug, plan }: Pick<ServedApi, 'slug' | 'plan'>, store: string): Resource {
  const resource = plan.resources.get(store);
  if (!resource) throw new Error(`${slug} has no store "${store}".`);
  return resource;
}
