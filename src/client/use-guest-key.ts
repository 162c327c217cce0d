import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { tabStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { forgetGuestKey, type GuestKey } from './guest-key.ts';
import { guestKeyQuery } from './guest-key-query.ts';
import type { PlatformError } from './platform-error.ts';

export interface GuestKeyState {
  key: GuestKey | undefined;
  error: PlatformError | null;
  isPending: boolean;
  /** Returns a usable key, created if necessary; rejects with a PlatformError. */
  getKey: () => Promise<GuestKey>;
  /** Replaces a key that the sandbox has rejected. */
  renewKey: (refused: GuestKey) => Promise<GuestKey>;
}

/** The key of this browser's guest workspace, shared by all sandbox calls; `eager` creates it at once. */
export function useGuestKey({ eager = false } = {}): GuestKeyState {
  const serverUrl = useServerUrl();
  const queryClient = useQueryClient();
  const { data, error, isFetching } = useQuery({ ...guestKeyQuery(serverUrl), enabled: eager });
  const getKey = useCallback(() => queryClient.fetchQuery(guestKeyQuery(serverUrl)), [queryClient, serverUrl]);
  const renewKey = useCallback(
    async (refused: GuestKey) => {
      forgetGuestKey(tabStorage(), refused.secret);
      const { queryKey } = guestKeyQuery(serverUrl);
      if (queryClient.getQueryData(queryKey)?.secret === refused.secret)
        await queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
      return getKey();
    },
    [queryClient, serverUrl, getKey],
  );
  return { key: data, error, isPending: isFetching, getKey, renewKey };
}
