import { useServerUrl } from '../ui/use-server-url.ts';
import type { RequestFilters } from './log/request-filters.ts';

/** The query keys of the page of requests. */
export function useRequestKeys() {
  const all = ['requests', useServerUrl()] as const;
  return {
    list: (filters: RequestFilters) => [...all, 'list', filters] as const,
    figures: (by: string) => [...all, 'figures', by] as const,
  };
}
