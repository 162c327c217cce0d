import { useQuery } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import { listEventTypes } from '../../generated/platform/sdk.gen.ts';
import type { EventType } from '../../generated/platform/types.gen.ts';
import { useWebhookKeys } from '../webhook-keys.ts';

const none: EventType[] = [];

/** All event types of all APIs; empty until loaded. */
export function useEventTypes(): EventType[] {
  const call = usePlatform();
  const { data } = useQuery<EventType[], PlatformError>({
    queryKey: useWebhookKeys().eventTypes,
    queryFn: async () => (await call((options) => listEventTypes(options))).data,
    // They come from the portal's documents, so they change only with a new build.
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
  return data ?? none;
}
