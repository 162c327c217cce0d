import { useLocation } from '@docusaurus/router';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiLine } from '../documents/api-index-data.ts';

/** The names of the result groups, and the group of the current page. */
export function useGroups() {
  const { siteConfig } = useDocusaurusContext();
  const { pathname } = useLocation();
  const apis = (siteConfig.customFields?.apis ?? []) as ApiLine[];
  const here = pathname.match(/\/reference\/([^/]+)/)?.[1];
  return {
    apis: apis.filter(({ faulty }) => !faulty),
    here: apis.some(({ slug }) => slug === here) ? here : undefined,
    nameOf(group: string): string {
      if (group === 'guides') return translate({ id: 'theme.guides', message: 'Guias' });
      if (group === 'portal') return translate({ id: 'search.portal', message: 'Portal' });
      return apis.find(({ slug }) => slug === group)?.title ?? group;
    },
  };
}
