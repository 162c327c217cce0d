import { useLocation } from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useRouteContext from '@docusaurus/useRouteContext';
import type { ApiLine } from '../documents/api-index-data.ts';
import type { Contact } from '../ui/ContactLinks.tsx';
import { apiOfPage, pagePath } from './page-path.ts';

/** The path of this page, and the contact of the API to which it belongs. */
export function usePage(): { page: string; contact: Contact | undefined } {
  const { siteConfig } = useDocusaurusContext();
  const page = pagePath(useLocation().pathname, siteConfig.baseUrl);
  // The HTML of a page that does not exist is the same at every address.
  const isFound = useRouteContext().plugin.name !== 'native';
  const apis = (siteConfig.customFields?.apis ?? []) as ApiLine[];
  const slug = isFound ? apiOfPage(page) : undefined;
  return { page, contact: apis.find((api) => api.slug === slug)?.contact };
}
