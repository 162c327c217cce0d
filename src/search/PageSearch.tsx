import { useEffect, useState } from 'react';
import { usePageQuery } from '../ui/use-page-query.ts';
import { Search } from './Search.tsx';

/** The search as a page; its address holds the query. */
export function PageSearch() {
  const { search, change } = usePageQuery();
  const [query, setQuery] = useState(() => new URLSearchParams(search).get('q') ?? '');

  useEffect(() => {
    const timer = setTimeout(() => change({ q: query.trim() || undefined }, 'replace'), 300);
    return () => clearTimeout(timer);
  }, [query, change]);

  return <Search query={query} onQuery={setQuery} />;
}
