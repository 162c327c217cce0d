import { useCallback, useState } from 'react';
import { usePlatform } from '../client/use-platform.ts';
import { useEventStream } from '../events/use-event-stream.ts';
import { listDeliveries, listEvents } from '../generated/platform/sdk.gen.ts';
import type { Delivery, Event } from '../generated/platform/types.gen.ts';

export interface Trail {
  events: Event[];
  deliveries: Delivery[];
}

const MOST = 100;

/** Follows what a call causes, immediately and later; undefined until loaded. */
export function useTrail(requestId: string): Trail | undefined {
  const call = usePlatform();
  const [trail, setTrail] = useState<Trail>();

  const read = useCallback(async () => {
    const query = { request_id: requestId, limit: MOST };
    const [events, deliveries] = await Promise.all([
      call((options) => listEvents({ ...options, query })),
      call((options) => listDeliveries({ ...options, query: { ...query, order: 'asc' } })),
    ]);
    setTrail({ events: events.data, deliveries: deliveries.data });
  }, [call, requestId]);

  useEventStream({
    requestId,
    // Anything streamed before this has loaded is included in it.
    onOpen: () => void read().catch(() => {}),
    onEvent: (event) => setTrail((known) => known && { ...known, events: withOne(known.events, event) }),
    onDelivery: (delivery) =>
      setTrail((known) => known && { ...known, deliveries: withOne(known.deliveries, delivery) }),
  });
  return trail;
}

/** Replaces the item with the same id, or appends it. */
function withOne<Item extends { id: string }>(items: Item[], item: Item): Item[] {
  const at = items.findIndex(({ id }) => id === item.id);
  return at < 0 ? [...items, item] : items.with(at, item);
}
