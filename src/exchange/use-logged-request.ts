import { useQuery } from '@tanstack/react-query';
import type { PlatformError } from '../client/platform-error.ts';
import { usePlatform } from '../client/use-platform.ts';
import { getRequest } from '../generated/platform/sdk.gen.ts';
import type { RequestDetails } from '../generated/platform/types.gen.ts';
import { useServerUrl } from '../ui/use-server-url.ts';

const followMs = 3_000;

/** A call of the log with what it sent, received and caused; reads nothing without an id. */
export function useLoggedRequest(id: string | undefined) {
  const call = usePlatform();
  return useQuery<RequestDetails, PlatformError>({
    queryKey: ['requests', useServerUrl(), 'one', id],
    queryFn: () => call((options) => getRequest({ ...options, path: { request_id: id ?? '' } })),
    enabled: id !== undefined,
    // Deliveries go on after the answer.
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some(({ status }) => status === 'pending') ? followMs : false,
    retry: false,
    networkMode: 'always',
  });
}
