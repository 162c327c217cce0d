import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { browserStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { forgetGuestKey, type GuestKey } from './guest-key.ts';
import { guestKeyQuery } from './guest-key-query.ts';
import { isKnownKey } from './is-known-key.ts';
import type { PlatformError } from './platform-error.ts';

export interface GuestKeyState {
  key: GuestKey | undefined;
  error: PlatformError | null;
  isPending: boolean;
  /** Returns a usable key, created if necessary; rejects with a PlatformError. */
  getKey: () => Promise<GuestKey>;
  /** Whether the key is a guest's, who may leave its workspace for another one. */
  isGuest: boolean;
  /** The key to try once more with after the server has rejected one; undefined where it knows that key, and had another reason. */
  renewKey: (refused: GuestKey) => Promise<GuestKey | undefined>;
}

/** How long a guest's rejected key rests before it is tried once more. */
const REST_MS = 2_000;

/** The key of this browser's workspace, shared by all its tabs and calls; `eager` creates it at once. */
export function useGuestKey({ eager = false } = {}): GuestKeyState {
  const serverUrl = useServerUrl();
  const queryClient = useQueryClient();
  const { data, error, isFetching } = useQuery({ ...guestKeyQuery(serverUrl), enabled: eager });
  const getKey = useCallback(() => queryClient.fetchQuery(guestKeyQuery(serverUrl)), [queryClient, serverUrl]);
  const renewKey = useCallback(
    async (refused: GuestKey) => {
      if (await isKnownKey(serverUrl, refused)) return undefined;
      // A person gets another key for the same workspace. A guest would get another workspace, so only the person starts afresh.
      if (refused.holder) forgetGuestKey(browserStorage(), refused);
      else await new Promise((resolve) => setTimeout(resolve, REST_MS));
      const { queryKey } = guestKeyQuery(serverUrl);
      if (queryClient.getQueryData(queryKey)?.secret === refused.secret)
        await queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
      return getKey();
    },
    [queryClient, serverUrl, getKey],
  );
  const isGuest = data !== undefined && data.holder === undefined;
  return { key: data, error, isPending: isFetching, isGuest, getKey, renewKey };
}
