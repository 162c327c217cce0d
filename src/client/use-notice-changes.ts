import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { getWorkspace } from '../generated/platform/sdk.gen.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { storeKnownWorkspace } from './known-workspace.ts';
import { usePlatform } from './use-platform.ts';

/** Returns a function to be told of requests that the reader has sent: what pages show may be another now, and so may the clock. */
export function useNoticeChanges(): (requests: { method: string; url: string }[]) => void {
  const call = usePlatform();
  const queryClient = useQueryClient();
  return useCallback(
    (requests) => {
      const changes = requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
      if (changes.length === 0) return;
      void queryClient.invalidateQueries({ queryKey: ['workspace'] });
      if (!changes.some(({ url }) => url.includes('/platform/v1/workspace'))) return;
      call((options) => getWorkspace(options)).then(
        (workspace) => storeKnownWorkspace(browserStorage(), workspace),
        () => {},
      );
    },
    [call, queryClient],
  );
}
