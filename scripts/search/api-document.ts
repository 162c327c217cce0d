import type { ApiIndexData } from '../../src/documents/api-index-data.ts';
import { escapeHtml, type SearchDocument } from './search-document.ts';

/** The search document of an API's overview page: the API and its parts. */
export function apiDocument({ api, description, security, tags }: ApiIndexData): SearchDocument {
  const schemes = security.map((scheme) => `<div>${scheme.description}</div>`);
  const parts = tags.map((tag) => `<p>${escapeHtml(tag.label)}</p><div>${tag.description}</div>`);
  return {
    url: `/reference/${api.slug}`,
    group: api.slug,
    lang: api.lang,
    meta: { title: api.title },
    names: { also: [api.slug], sections: tags.map(({ label, id }) => [label, id]) },
    body: [
      `<div data-pagefind-weight="2">${description}</div>`,
      `<h2 id="security"></h2>${schemes.join('')}`,
      `<h2 id="operations"></h2>${parts.join('')}`,
    ].join(''),
  };
}
