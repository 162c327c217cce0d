import type { Locale } from '../../server/settings/languages.ts';
import type { Portal } from '../../server/settings/portal/read-portal.ts';
import { prefixOf } from '../site/portal/portal-data.ts';
import { siteText } from '../site/site-texts.ts';
import { escapeHtml } from './search-document.ts';

/** The OpenSearch 1.1 description, which lets a browser offer the portal's search in its address bar. */
export function openSearch(portal: Portal, locale: Locale, publicUrl: string): string {
  const name = escapeHtml(portal.name);
  const description = siteText('search.description', locale, { name });
  const path = `${prefixOf(portal, locale)}/search`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${name.slice(0, 16)}</ShortName>
  <Description>${description}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeHtml(publicUrl + path)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
