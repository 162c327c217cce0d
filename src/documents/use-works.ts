import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiLine } from './api-index-data.ts';

/** The sections of the page on how an API works, by their places there; none where it has no such page. */
export function useWorks(api: string): readonly string[] {
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  return apis.find(({ slug }) => slug === api)?.works ?? [];
}
