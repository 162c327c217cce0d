import { useEffect, useState } from 'react';
import { usePageQuery } from '../ui/use-page-query.ts';
import { Search } from './Search.tsx';

/** The search as a page of its own, whose address says what is looked for. */
export function PageSearch() {
  const { search, change } = usePageQuery();
  const [query, setQuery] = useState(() => new URLSearchParams(search).get('q') ?? '');

  useEffect(() => {
    const timer = setTimeout(() => change({ q: query.trim() || undefined }, 'replace'), 300);
    return () => clearTimeout(timer);
  }, [query, change]);

  return <Search query={query} onQuery={setQuery} />;
}
