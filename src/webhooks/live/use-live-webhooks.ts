import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { throttle } from '../../events/throttle.ts';
import { useEventStream } from '../../events/use-event-stream.ts';
import type { StreamState } from '../../events/use-stream.ts';
import type { Delivery, DeliveryPage } from '../../generated/platform/types.gen.ts';
import { type LogFilters, matchesFilters } from '../log/log-filters.ts';
import { mergeDeliveries } from '../log/merge-deliveries.ts';
import { useWebhookKeys } from '../webhook-keys.ts';

const PATCH_MS = 200;
const READ_AGAIN_MS = 1_000;

/** Updates everything on the page from the live stream: log rows are patched, the rest is refetched. */
export function useLiveWebhooks(enabled: boolean): StreamState {
  const queryClient = useQueryClient();
  const keys = useWebhookKeys();
  const serverUrl = keys.all[1];

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys depend on serverUrl only
  const updates = useMemo(() => {
    const changed = new Map<string, Delivery>();
    const stale = new Set<string>();
    const readAgain = (queryKey: readonly unknown[]) =>
      void queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false });

    const patch = throttle(() => {
      const deliveries = [...changed.values()];
      changed.clear();
      for (const [key, list] of queryClient.getQueriesData<InfiniteData<DeliveryPage>>({ queryKey: keys.lists })) {
        const filters = key.at(-1) as LogFilters;
        if (!list) continue;
        queryClient.setQueryData(key, { ...list, pages: mergeDeliveries(list.pages, deliveries, filters) });
        if (deliveries.some((delivery) => matchesFilters(delivery, filters) === undefined)) readAgain(key);
      }
      for (const { id } of deliveries) stale.add(id);
    }, PATCH_MS);
    // Refetching is throttled more: retries can change a delivery many times a second.
    const others = throttle(() => {
      for (const id of stale) readAgain(keys.delivery(id));
      stale.clear();
      readAgain(keys.endpoints);
      readAgain(keys.inboxes);
    }, READ_AGAIN_MS);

    return {
      take: (delivery: Delivery) => {
        changed.set(delivery.id, delivery);
        patch.ask();
        others.ask();
      },
      readAll: () => readAgain(keys.all),
      cancel: () => {
        patch.cancel();
        others.cancel();
      },
    };
  }, [queryClient, serverUrl]);

  useEffect(() => updates.cancel, [updates]);
  return useEventStream({ enabled, onOpen: updates.readAll, onDelivery: updates.take });
}
