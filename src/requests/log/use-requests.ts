import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import { listRequests } from '../../generated/platform/sdk.gen.ts';
import type { RequestPage } from '../../generated/platform/types.gen.ts';
import { useRequestKeys } from '../request-keys.ts';
import { withoutOwnReads } from './own-reads.ts';
import { type RequestFilters, toQuery } from './request-filters.ts';

const pageSize = 50;

/** Reads a page of the log, the newest without a cursor. */
export function useReadPage(filters: RequestFilters) {
  const call = usePlatform();
  return useCallback(
    async (cursor?: string) => {
      const query = { ...toQuery(filters), limit: pageSize, cursor };
      return withoutOwnReads(await call((options) => listRequests({ ...options, query })));
    },
    [call, filters],
  );
}

/** The calls that match the filters, the newest first, page by page. */
export function useRequests(filters: RequestFilters) {
  const readPage = useReadPage(filters);
  return useInfiniteQuery<
    RequestPage,
    PlatformError,
    InfiniteData<RequestPage>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: useRequestKeys().list(filters),
    queryFn: ({ pageParam }) => readPage(pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    // New calls come in live; reading all loaded pages again would only cost.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
}
