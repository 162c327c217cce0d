import type { Topic } from './built-in-guides.ts';
import type { Examples, Sandbox } from './find-examples.ts';

/** What there is on a portal to write guides about. */
export function topicsOf(sandboxes: Sandbox[], { event }: Examples): ReadonlySet<Topic> {
  const has: Record<Topic, boolean> = {
    sandbox: sandboxes.length > 0,
    keys: true,
    webhooks: event !== undefined,
    accounts: true,
    requests: true,
    downloads: true,
  };
  return new Set((Object.keys(has) as Topic[]).filter((topic) => has[topic]));
}
