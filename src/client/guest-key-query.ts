import { queryOptions } from '@tanstack/react-query';
import { findCurrentKey } from './current-key.ts';
import { type GuestKey, usableMilliseconds } from './guest-key.ts';
import { openKey } from './open-key.ts';
import type { PlatformError } from './platform-error.ts';

/** This browser's key: the stored one, or a new one for the person signed in or the guest. Concurrent callers share one request. */
export function guestKeyQuery(serverUrl: string) {
  return queryOptions<GuestKey, PlatformError>({
    queryKey: ['guest-key', serverUrl],
    queryFn: () => findCurrentKey() ?? openKey(serverUrl),
    staleTime: ({ state }) => (state.data ? usableMilliseconds(state.data) : 0),
    gcTime: Number.POSITIVE_INFINITY,
    // Guests are rate-limited per address, so retrying is left to the person.
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // A failed fetch is more helpful than a request that silently waits for the network.
    networkMode: 'always',
  });
}
