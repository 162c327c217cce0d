import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlatformError } from '../client/platform-error.ts';
import { usePlatform } from '../client/use-platform.ts';
import { getMetrics } from '../generated/platform/sdk.gen.ts';
import type { Metrics } from '../generated/platform/types.gen.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { askFor, type UsageQuery } from './usage-query.ts';

const EVERY_MS = 1500;

/** Figures with what was asked for: while others are awaited, the page still shows those of before. */
interface AskedMetrics {
  query: UsageQuery;
  metrics: Metrics;
}

/** The figures of a period, asked for again while the page is visible; after a refusal, no sooner than the server allows. */
export function useMetrics(query: UsageQuery) {
  const call = usePlatform();
  return useQuery<AskedMetrics, PlatformError>({
    queryKey: ['metrics', useServerUrl(), query],
    queryFn: async () => ({
      query,
      metrics: await call((options) => getMetrics({ ...options, query: askFor(query) })),
    }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { error } }) => Math.max(EVERY_MS, (error?.retryAfterSeconds ?? 0) * 1000),
    refetchOnWindowFocus: 'always',
    retry: false,
    networkMode: 'always',
  });
}
