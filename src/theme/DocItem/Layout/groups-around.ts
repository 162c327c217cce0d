import type { PropSidebarItem, PropSidebarItemCategory } from '@docusaurus/plugin-content-docs';

/** The groups of the navigation that a page is in, the outermost first; the group of which it is the own page is none of them. */
export function groupsAround(items: readonly PropSidebarItem[], pathname: string): PropSidebarItemCategory[] {
  for (const item of items) {
    if (item.type !== 'category') continue;
    if (item.items.some((each) => each.type === 'link' && each.href === pathname)) return [item];
    const inside = groupsAround(item.items, pathname);
    if (inside.length > 0) return [item, ...inside];
  }
  return [];
}
