import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useState } from 'react';
import { browserStorage } from '../ui/browser-storage.ts';
import { useGuides } from '../ui/use-guides.ts';
import type { Hit } from './hits.ts';
import { addRecentPage, forgetRecentPages, readRecentPages } from './recent-pages.ts';
import { addRecentSearch, forgetRecentSearches, readRecentSearches } from './recent-searches.ts';
import { useGroups } from './use-groups.ts';

/** Suggestions before anything is typed: recent searches and pages, and starting points. */
export function useSuggestions() {
  const { apis } = useGroups();
  const { i18n, siteConfig } = useDocusaurusContext();
  const { has } = useGuides();
  const locale = i18n.currentLocale;
  const [recent, setRecent] = useState(() => readRecentPages(browserStorage(), locale));
  const [searches, setSearches] = useState(() => readRecentSearches(browserStorage(), locale));
  const page = (path: string, title: string, text: string): Hit => ({
    url: siteConfig.baseUrl + path,
    title,
    excerpt: [{ text, marked: false }],
  });
  const start = page(
    'guides/quickstart',
    translate({ id: 'search.quickstart', message: 'Primeiros passos' }),
    translate({ id: 'search.quickstart.text', message: 'A primeira chamada, do espaço de visitante à resposta.' }),
  );
  return {
    searches,
    recent,
    begin: [
      ...(has('quickstart') ? [start] : []),
      ...apis.map(({ slug, title, summary }) => page(`reference/${slug}`, title, summary)),
    ],
    /** Remembers a page, and the search that led to it, if one did. */
    remember(hit: Hit, query: string) {
      addRecentPage(browserStorage(), locale, hit);
      addRecentSearch(browserStorage(), locale, query);
    },
    forget() {
      forgetRecentPages(browserStorage(), locale);
      forgetRecentSearches(browserStorage(), locale);
      setRecent([]);
      setSearches([]);
    },
  };
}
