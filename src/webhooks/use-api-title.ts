import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiLine } from '../documents/api-index-data.ts';

/** What an API is called in this language; its slug where the portal has no pages of it. */
export function useApiTitle(): (slug: string) => string {
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  return (slug) => apis.find((api) => api.slug === slug)?.title ?? slug;
}
