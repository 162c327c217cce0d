import type { Delivery, Event } from '../generated/platform/types.gen.ts';
import { type StreamState, useStream } from './use-stream.ts';

interface Listener {
  /** Only events caused by the call with this request id. */
  requestId?: string;
  enabled?: boolean;
  /** Called when the stream has opened; earlier events have to be fetched. */
  onOpen?: () => void;
  onEvent?: (event: Event) => void;
  onDelivery?: (delivery: Delivery) => void;
}

/** Streams the events and deliveries of this workspace as they happen. */
export function useEventStream({ requestId, enabled = true, onOpen, onEvent, onDelivery }: Listener): StreamState {
  return useStream({
    url: '/events/stream',
    query: { request_id: requestId },
    enabled,
    ...(onOpen && { onOpen }),
    onMessage: (event, data) => {
      if (event === 'event') onEvent?.(JSON.parse(data));
      if (event === 'delivery') onDelivery?.(JSON.parse(data));
    },
  });
}
