import { alike } from '../../answers/texts.ts';
import { pageUrl } from './link-header.ts';
import type { PageBody } from './page-body.ts';
import { pageOf, totalPagesOf } from './pager.ts';

/** `{_embedded: {…}, _links: {first, self, next, prev, last}, page: {size, totalElements, totalPages, number}}`; page numbers start at 0. */
export const halPage: PageBody = {
  name: alike('HAL (_embedded, _links, page)'),
  within: '_embedded',
  write: ({ name, items, url, page, queries }) => {
    const link = (href: string) => ({ href, type: 'GET' });
    const links: [string, object][] = [];
    for (const relation of ['first', 'self', 'next', 'prev', 'last'] as const) {
      const query = queries[relation] ?? (relation === 'self' ? {} : undefined);
      if (query) links.push([relation, link(pageUrl(url, query))]);
    }
    return {
      _embedded: { [name]: items },
      _links: Object.fromEntries(links),
      page: {
        size: page.limit,
        totalElements: page.total,
        totalPages: totalPagesOf(page),
        number: pageOf(page) - 1,
      },
    };
  },
};
