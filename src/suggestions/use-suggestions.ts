import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlatformError } from '../client/platform-error.ts';
import { usePlatform } from '../client/use-platform.ts';
import { deleteSuggestion, listSuggestions, updateSuggestion } from '../generated/platform/sdk.gen.ts';
import type { Suggestion, SuggestionPage } from '../generated/platform/types.gen.ts';
import { useServerUrl } from '../ui/use-server-url.ts';

/** Criteria for suggestions; all that are given must match. */
export interface SuggestionFilters {
  state?: Suggestion['state'];
  api?: string;
  page?: string;
}

/** What the provider does with a suggestion. */
export type SuggestionChange = { kind: Suggestion['state']; id: string } | { kind: 'delete'; id: string };

/** The suggestions of the portal's readers, newest first, reloaded after each change. */
export function useSuggestions(filters: SuggestionFilters) {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const all = ['suggestions', useServerUrl()];

  const read = useInfiniteQuery({
    queryKey: [...all, filters],
    queryFn: ({ pageParam }): Promise<SuggestionPage> => {
      const query = { limit: 50, ...filters, ...(pageParam && { cursor: pageParam }) };
      return call((options) => listSuggestions({ ...options, query }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    retry: false,
    networkMode: 'always',
  });

  const change = useMutation<unknown, PlatformError, SuggestionChange>({
    networkMode: 'always',
    mutationFn: ({ kind, id }) => {
      const path = { suggestion_id: id };
      return kind === 'delete'
        ? call((options) => deleteSuggestion({ ...options, path }))
        : call((options) => updateSuggestion({ ...options, path, body: { state: kind } }));
    },
    // Also after an error: a colleague may have changed the list.
    onSettled: () => queryClient.invalidateQueries({ queryKey: all }),
  });

  return { read: { ...read, error: read.error as PlatformError | null }, change };
}
