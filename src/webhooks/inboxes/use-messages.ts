import { useQuery } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import { listInboxMessages } from '../../generated/platform/sdk.gen.ts';
import type { InboxMessagePage } from '../../generated/platform/types.gen.ts';
import { useWebhookKeys } from '../webhook-keys.ts';

const NEWEST = 50;
const LOOK_MS = 5_000;

/**
 * The newest messages of an inbox. The live stream announces deliveries from this workspace; messages from elsewhere are polled for
 * every few seconds.
 */
export function useMessages(inboxId: string) {
  const call = usePlatform();
  return useQuery<InboxMessagePage, PlatformError>({
    queryKey: useWebhookKeys().messages(inboxId),
    queryFn: () =>
      call((options) => listInboxMessages({ ...options, path: { inbox_id: inboxId }, query: { limit: NEWEST } })),
    refetchInterval: LOOK_MS,
    retry: false,
    networkMode: 'always',
  });
}
