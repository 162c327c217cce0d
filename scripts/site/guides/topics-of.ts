import type { Features } from '../../../server/settings/portal/features.ts';
import type { Topic } from './built-in-guides.ts';
import type { Examples } from './find-examples.ts';

/** What there is on a portal to write guides about: what it has turned on, of sandbox and webhooks only what can be shown. */
export function topicsOf({ sandbox, event }: Examples, features: Features): ReadonlySet<Topic> {
  const has: Record<Topic, boolean> = {
    ...features,
    platform: features.sandbox,
    sandbox: features.sandbox && sandbox !== undefined,
    webhooks: features.webhooks && event !== undefined,
  };
  return new Set((Object.keys(has) as Topic[]).filter((topic) => has[topic]));
}
