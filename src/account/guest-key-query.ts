import { queryOptions } from '@tanstack/react-query';
import { createGuestWorkspace } from '../generated/platform/sdk.gen.ts';
import { tabStorage } from './browser-storage.ts';
import { findGuestKey, type GuestKey, keepGuestKey, usableMilliseconds } from './guest-key.ts';
import { platformClient } from './platform-client.ts';
import type { PlatformError } from './platform-error.ts';

async function openGuestWorkspace(serverUrl: string): Promise<GuestKey> {
  const { data } = await createGuestWorkspace({ client: platformClient(serverUrl), throwOnError: true });
  const key: GuestKey = {
    secret: data.api_key.secret,
    workspaceId: data.workspace.id,
    scopes: data.api_key.scopes,
    expiresAt: data.api_key.expires_at,
  };
  keepGuestKey(tabStorage(), key);
  return key;
}

/** The key of this tab: the kept one, else that of a new guest workspace. Asked by many at once, it is made once. */
export function guestKeyQuery(serverUrl: string) {
  return queryOptions<GuestKey, PlatformError>({
    queryKey: ['guest-key', serverUrl],
    queryFn: () => findGuestKey(tabStorage()) ?? openGuestWorkspace(serverUrl),
    staleTime: ({ state }) => (state.data ? usableMilliseconds(state.data) : 0),
    gcTime: Number.POSITIVE_INFINITY,
    // Guests are limited per address: it is the person who tries again.
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // A failed fetch says more than a request that silently waits for the network.
    networkMode: 'always',
  });
}
