import type { SuggestionFilters } from './use-suggestions.ts';

/** Reads the filters from the page's address; without a state, open suggestions are shown, and all of them with `state=all`. */
export function readFilters(search: string): SuggestionFilters {
  const query = new URLSearchParams(search);
  const [state, api, page] = ['state', 'api', 'page'].map((name) => query.get(name) ?? undefined);
  return {
    ...(state !== 'all' && { state: state === 'done' ? 'done' : 'open' }),
    ...(api && { api }),
    ...(page && { page }),
  };
}
