import type { BuiltInGuide } from './built-in-guides.ts';
import { addressOf, findReplacement, type OwnGuide } from './own-guides.ts';

/**
 * Leads links from one built-in guide to another (`[text](guide:errors#required)`) to where that guide is; where the portal has none,
 * the words stay. A guide of the provider's own may not have the place that the link names, so the link leads to its beginning.
 */
export function linkGuides(markdown: string, guides: BuiltInGuide[], own: OwnGuide[]): string {
  return markdown.replaceAll(/\[([^\]]+)\]\(guide:([\w-]+)(#[\w-]+)?\)/g, (_, text: string, id: string, place = '') => {
    const to = (address: string) => `[${text}](/guides${address.replace(/^\/$/, '')}`;
    const replacement = findReplacement(own, id);
    if (replacement) return `${to(replacement.address)})`;
    return guides.some((guide) => guide.id === id) ? `${to(addressOf(id))}${place})` : text;
  });
}
