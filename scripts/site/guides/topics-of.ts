import type { Topic } from './built-in-guides.ts';
import type { Examples } from './find-examples.ts';

/** What there is on a portal to write guides about; the sandbox only where it can be shown. */
export function topicsOf({ sandbox, event }: Examples): ReadonlySet<Topic> {
  const has: Record<Topic, boolean> = {
    sandbox: sandbox !== undefined,
    keys: true,
    webhooks: event !== undefined,
    accounts: true,
    requests: true,
    downloads: true,
  };
  return new Set((Object.keys(has) as Topic[]).filter((topic) => has[topic]));
}
