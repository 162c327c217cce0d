import { useEffect, useRef, useState } from 'react';
import { watchWorkspace } from '../client/current-key.ts';
import { usePlatform } from '../client/use-platform.ts';
import type { Delivery, Event } from '../generated/platform/types.gen.ts';
import { readServerSentEvents } from './server-sent-events.ts';

interface Listener {
  /** Only events caused by the call with this request id. */
  requestId?: string;
  enabled?: boolean;
  /** Called when the stream has opened; earlier events have to be fetched. */
  onOpen?: () => void;
  onEvent?: (event: Event) => void;
  onDelivery?: (delivery: Delivery) => void;
}

export type StreamState = 'off' | 'connecting' | 'open' | 'lost';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Streams the events and deliveries of this workspace as they happen. It reconnects automatically, and disconnects while the page is
 * hidden, because browsers allow few connections per host.
 */
export function useEventStream({ requestId, enabled = true, ...handlers }: Listener): StreamState {
  const call = usePlatform();
  const [state, setState] = useState<StreamState>('off');
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });

  useEffect(() => {
    if (!enabled) return setState('off');
    let running: AbortController | undefined;

    async function listen(signal: AbortSignal): Promise<void> {
      const body = await call((options) =>
        options.client.get<{ 200: ReadableStream<Uint8Array<ArrayBuffer>> }, unknown, true>({
          ...options,
          url: '/events/stream',
          parseAs: 'stream',
          security: [{ scheme: 'bearer', type: 'http' }],
          query: { request_id: requestId },
          signal,
        }),
      );
      setState('open');
      current.current.onOpen?.();
      await readServerSentEvents(body, ({ event, data }) => {
        if (event === 'event') current.current.onEvent?.(JSON.parse(data));
        if (event === 'delivery') current.current.onDelivery?.(JSON.parse(data));
      });
    }

    async function stayConnected(signal: AbortSignal): Promise<void> {
      let wait = FIRST_WAIT_MS;
      while (!signal.aborted) {
        const started = Date.now();
        setState((last) => (last === 'lost' ? last : 'connecting'));
        await listen(signal).catch(() => {});
        if (signal.aborted) return;
        setState('lost');
        wait = Date.now() - started > LONGEST_WAIT_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
        await pause(wait, signal);
      }
    }

    function follow() {
      running?.abort();
      running = undefined;
      if (document.hidden) return;
      running = new AbortController();
      void stayConnected(running.signal);
    }

    follow();
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('online', follow);
    const unwatch = watchWorkspace(follow);
    return () => {
      unwatch();
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('online', follow);
      running?.abort();
    };
  }, [call, enabled, requestId]);

  return state;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
