import type { PropSidebarItem, PropSidebarItemLink } from '@docusaurus/plugin-content-docs';

/** Pages of the navigation that stand in one group. */
export interface FoundGroup {
  /** The names of the groups around them, the outermost first. */
  path: string[];
  lang?: string;
  pages: PropSidebarItemLink[];
}

/** So many pages are shown at most: who looks for one among more goes on typing. */
const most = 80;

/** The pages in whose name, method or groups each of the words begins a word, whatever their accents and case. */
export function findPages(items: PropSidebarItem[], query: string): { groups: FoundGroup[]; count: number } {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const groups: FoundGroup[] = [];
  let count = 0;

  function visit(list: PropSidebarItem[], path: string[], around: string, lang: string | undefined): void {
    const own: FoundGroup = { path, ...(lang && { lang }), pages: [] };
    groups.push(own);
    for (const item of list) {
      if (item.type === 'html') continue;
      const props = (item.customProps ?? {}) as { method?: string; lang?: string };
      const text = `${around} ${plain(`${props.method ?? ''} ${item.label}`)}`;
      const isFound = words.every((word) => text.includes(` ${word}`));
      if (item.type === 'link') {
        if (isFound && count++ < most) own.pages.push(item);
        continue;
      }
      // A group's own page is found by its name, and not by what is around it.
      const isNamed = words.every((word) => ` ${plain(item.label)}`.includes(` ${word}`));
      if (item.href && isNamed && count++ < most)
        own.pages.push({ type: 'link', label: item.label, href: item.href, customProps: item.customProps ?? {} });
      visit(item.items, [...path, item.label], text, props.lang);
    }
  }
  visit(items, [], '', undefined);
  return { groups: groups.filter(({ pages }) => pages.length > 0), count };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
