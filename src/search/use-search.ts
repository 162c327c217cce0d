import { useEffect, useState } from 'react';
import { forgetIndex, loadIndex } from './load-index.ts';
import { type SearchAnswer, type SearchScope, searchPages } from './search-pages.ts';

export type SearchState =
  | { phase: 'idle' }
  /** With what was found before, until there is something new. */
  | { phase: 'searching'; answer?: SearchAnswer }
  | { phase: 'found'; query: string; answer: SearchAnswer }
  | { phase: 'unavailable' };

/** Milliseconds that somebody who types is left alone. */
const pause = 90;

/** Searches while somebody types; an answer to what is no longer typed is dropped. */
export function useSearch(query: string, { only, here, limit }: SearchScope, baseUrl: string) {
  const [state, setState] = useState<SearchState>({ phase: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const typed = query.trim();

  // The index comes while the first letters are typed.
  useEffect(() => {
    loadIndex(baseUrl).catch(() => {});
  }, [baseUrl]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt searches anew
  useEffect(() => {
    if (!typed) {
      setState({ phase: 'idle' });
      return;
    }
    let isDropped = false;
    const answerOf = (state: SearchState) => ('answer' in state && state.answer ? { answer: state.answer } : {});
    setState((before) => ({ phase: 'searching', ...answerOf(before) }));
    const timer = setTimeout(async () => {
      try {
        const answer = await searchPages(await loadIndex(baseUrl), typed, { only, here, limit });
        if (!isDropped) setState({ phase: 'found', query: typed, answer });
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
