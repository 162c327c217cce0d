import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import { getDelivery, resendDelivery } from '../../generated/platform/sdk.gen.ts';
import type { DeliveryWithAttempts } from '../../generated/platform/types.gen.ts';
import { useWebhookKeys } from '../webhook-keys.ts';

/** One delivery with its body and attempts, and the action to resend it. */
export function useDelivery(id: string) {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const keys = useWebhookKeys();
  const path = { delivery_id: id };

  const read = useQuery<DeliveryWithAttempts, PlatformError>({
    queryKey: keys.delivery(id),
    queryFn: () => call((options) => getDelivery({ ...options, path })),
    retry: false,
    networkMode: 'always',
  });
  const resend = useMutation<unknown, PlatformError, void>({
    networkMode: 'always',
    mutationFn: () => call((options) => resendDelivery({ ...options, path })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.delivery(id) }),
  });
  return { read, resend };
}
