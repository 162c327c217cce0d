import { useEffect, useRef, useState } from 'react';
import { watchWorkspace } from '../client/current-key.ts';
import { PlatformError } from '../client/platform-error.ts';
import { usePlatform } from '../client/use-platform.ts';
import { readServerSentEvents } from './server-sent-events.ts';

interface Stream {
  url: '/events/stream' | '/requests/stream';
  query: Record<string, string | undefined>;
  enabled: boolean;
  /** Called when the stream has opened; what was before has to be fetched. */
  onOpen?: () => void;
  onMessage: (event: string, data: string) => void;
}

export type StreamState = 'off' | 'connecting' | 'open' | 'lost';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Follows a stream of this workspace. It reconnects automatically, and disconnects while the page is hidden, because browsers allow
 * few connections per host, and the portal few streams per workspace.
 */
export function useStream({ url, query, enabled, ...handlers }: Stream): StreamState {
  const call = usePlatform();
  const [state, setState] = useState<StreamState>('off');
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  const queryText = JSON.stringify(query);

  useEffect(() => {
    if (!enabled) return setState('off');
    let running: AbortController | undefined;

    async function listen(signal: AbortSignal): Promise<void> {
      const body = await call((options) =>
        options.client.get<{ 200: ReadableStream<Uint8Array<ArrayBuffer>> }, unknown, true>({
          ...options,
          url,
          parseAs: 'stream',
          security: [{ scheme: 'bearer', type: 'http' }],
          query: JSON.parse(queryText),
          signal,
        }),
      );
      setState('open');
      current.current.onOpen?.();
      await readServerSentEvents(body, ({ event, data }) => current.current.onMessage(event, data));
    }

    async function stayConnected(signal: AbortSignal): Promise<void> {
      let wait = FIRST_WAIT_MS;
      while (!signal.aborted) {
        const started = Date.now();
        setState((last) => (last === 'lost' ? last : 'connecting'));
        const isRefused = await listen(signal).then(
          () => false,
          (error) => error instanceof PlatformError && error.status !== undefined && error.status < 500,
        );
        if (signal.aborted) return;
        setState('lost');
        // A refusal, such as that of one stream too many, lasts: asking again soon would only cost.
        if (isRefused) wait = LONGEST_WAIT_MS;
        else wait = Date.now() - started > LONGEST_WAIT_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
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
  }, [call, enabled, url, queryText]);

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
