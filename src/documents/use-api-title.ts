import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiLine } from './api-index-data.ts';

/** Returns the title of an API in this language, or its slug if the portal has no pages for it. */
export function useApiTitle(): (slug: string) => string {
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  return (slug) => apis.find((api) => api.slug === slug)?.title ?? slug;
}
