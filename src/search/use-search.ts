import { useEffect, useState } from 'react';
import { forgetIndex, loadIndex } from './load-index.ts';
import { type SearchResults, type SearchScope, searchPages } from './search-pages.ts';

export type SearchState =
  | { phase: 'idle' }
  /** Shows the previous results until the new ones arrive. */
  | { phase: 'searching'; results?: SearchResults }
  | { phase: 'found'; query: string; results: SearchResults }
  | { phase: 'unavailable' };

/** Debounce interval, in milliseconds. */
const pause = 90;

/** Searches as the person types; results of an outdated query are dropped. */
export function useSearch(query: string, { only, here, limit }: SearchScope, baseUrl: string) {
  const [state, setState] = useState<SearchState>({ phase: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const typed = query.trim();

  // Load the index while the first letters are being typed.
  useEffect(() => {
    loadIndex(baseUrl).catch(() => {});
  }, [baseUrl]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry searches again
  useEffect(() => {
    if (!typed) {
      setState({ phase: 'idle' });
      return;
    }
    let isDropped = false;
    const resultsOf = (state: SearchState) => ('results' in state && state.results ? { results: state.results } : {});
    setState((before) => ({ phase: 'searching', ...resultsOf(before) }));
    const timer = setTimeout(async () => {
      try {
        const results = await searchPages(await loadIndex(baseUrl), typed, { only, here, limit });
        if (!isDropped) setState({ phase: 'found', query: typed, results });
      } catch {
        if (!isDropped) setState({ phase: 'unavailable' });
        await forgetIndex();
      }
    }, pause);
    return () => {
      isDropped = true;
      clearTimeout(timer);
    };
  }, [typed, only, here, limit, baseUrl, attempt]);

  return { state, retry: () => setAttempt(attempt + 1) };
}
