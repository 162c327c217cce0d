import type { Locale } from '../../server/openapi/load-api.ts';
import { escapeHtml } from './search-document.ts';

/** The OpenSearch 1.1 description, which lets a browser offer the portal's search in its address bar. */
export function openSearch(locale: Locale, publicUrl: string): string {
  const [path, description] =
    locale === 'en' ? ['/en/search', 'Guides and reference of Cais'] : ['/search', 'Guias e referência do Cais'];
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Cais</ShortName>
  <Description>${description}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeHtml(publicUrl + path)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
