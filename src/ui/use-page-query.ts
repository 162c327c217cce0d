import { useHistory, useLocation } from '@docusaurus/router';
import { useCallback } from 'react';

/** Reads and changes the page's query string; setting a name to undefined removes it. */
export function usePageQuery() {
  const { search, pathname } = useLocation();
  const history = useHistory();

  const go = useCallback(
    (next: string, how: 'push' | 'replace' = 'push') => {
      const query = next.replace(/^\?/, '');
      history[how]({ pathname, search: query && `?${query}` });
    },
    [history, pathname],
  );
  const change = useCallback(
    (names: Record<string, string | undefined>, how?: 'push' | 'replace') => {
      const query = new URLSearchParams(search);
      for (const [name, value] of Object.entries(names)) {
        if (value) query.set(name, value);
        else query.delete(name);
      }
      go(String(query), how);
    },
    [go, search],
  );
  return { search, go, change };
}
