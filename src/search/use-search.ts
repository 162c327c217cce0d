import { useEffect, useMemo, useState } from 'react';
import { forgetIndex, loadIndex, loadNames } from './load-index.ts';
import type { Names } from './names/read-names.ts';
import { type SearchResults, type SearchScope, searchNames, searchPages } from './search-pages.ts';

export interface SearchState {
  phase: 'idle' | 'searching' | 'found' | 'unavailable';
  results?: SearchResults;
  /** Whether the results are those of what is typed, though more may follow; before, they are those of the last query. */
  isCurrent: boolean;
}

/** Debounce interval of the index, in milliseconds. */
const pause = 60;

/** Searches as the person types: by names at once, and in the index a moment later. Results of an outdated query are dropped. */
export function useSearch(query: string, scope: Omit<SearchScope, 'baseUrl'>, baseUrl: string) {
  const { only, here, limit, isLiteral } = scope;
  const [names, setNames] = useState<Names>();
  const [answer, setAnswer] = useState<{ to: string; results?: SearchResults }>();
  const [attempt, setAttempt] = useState(0);
  const isEmpty = query.trim() === '';
  const asked = JSON.stringify([query.trimStart(), only, here, limit, isLiteral]);

  // Both are loaded while the first letters are being typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry loads again
  useEffect(() => {
    loadNames(baseUrl).then(setNames, () => {});
    loadIndex(baseUrl).catch(() => {});
  }, [baseUrl, attempt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says all of the scope
  const quick = useMemo(
    () => (names && !isEmpty ? searchNames(names, query, { only, here, limit, isLiteral, baseUrl }) : undefined),
    [names, asked, baseUrl],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says all of the scope; a retry searches again
  useEffect(() => {
    if (isEmpty) {
      setAnswer(undefined);
      return;
    }
    let isDropped = false;
    const timer = setTimeout(async () => {
      try {
        // Without names, typing errors are not corrected, and the index is all there is.
        const [pagefind, known] = await Promise.all([loadIndex(baseUrl), loadNames(baseUrl).catch(() => undefined)]);
        const results = await searchPages(pagefind, known, query, { only, here, limit, isLiteral, baseUrl });
        if (!isDropped) setAnswer({ to: asked, results });
      } catch {
        if (!isDropped) setAnswer({ to: asked });
        await forgetIndex();
      }
    }, pause);
    return () => {
      isDropped = true;
      clearTimeout(timer);
    };
  }, [asked, isEmpty, baseUrl, attempt]);

  return { state: stateOf(), retry: () => setAttempt(attempt + 1) };

  function stateOf(): SearchState {
    if (isEmpty) return { phase: 'idle', isCurrent: true };
    const named = quick && quick.groups.length > 0 ? quick : undefined;
    if (answer?.to !== asked) {
      const results = named ?? answer?.results;
      return { phase: 'searching', isCurrent: named !== undefined, ...(results && { results }) };
    }
    if (answer.results) return { phase: 'found', isCurrent: true, results: answer.results };
    return { phase: 'unavailable', isCurrent: true, ...(named && { results: named }) };
  }
}
