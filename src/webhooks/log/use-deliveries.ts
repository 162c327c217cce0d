import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import { listDeliveries } from '../../generated/platform/sdk.gen.ts';
import type { DeliveryPage } from '../../generated/platform/types.gen.ts';
import { useWebhookKeys } from '../webhook-keys.ts';
import type { LogFilters } from './log-filters.ts';

const PAGE_SIZE = 50;

/** The deliveries that match the filters, the newest first, page by page. */
export function useDeliveries(filters: LogFilters) {
  const call = usePlatform();
  return useInfiniteQuery<
    DeliveryPage,
    PlatformError,
    InfiniteData<DeliveryPage>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: useWebhookKeys().list(filters),
    queryFn: ({ pageParam: cursor }) =>
      call((options) => listDeliveries({ ...options, query: { ...filters, limit: PAGE_SIZE, cursor } })),
    initialPageParam: undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    // The live stream updates it; after a reconnect everything is refetched.
    refetchOnWindowFocus: false,
    retry: false,
    networkMode: 'always',
  });
}
