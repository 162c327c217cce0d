import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { throttle } from '../../events/throttle.ts';
import { type StreamState, useStream } from '../../events/use-stream.ts';
import type { LoggedRequest, RequestPage } from '../../generated/platform/types.gen.ts';
import { useRequestKeys } from '../request-keys.ts';
import { matchesFilters } from './matches-filters.ts';
import { withoutOwnReads } from './own-reads.ts';
import { type Arrivals, receiveCalls } from './receive-calls.ts';
import { type RequestFilters, toQuery } from './request-filters.ts';
import { usePolling } from './use-polling.ts';
import { useReadPage } from './use-requests.ts';

interface Live {
  state: StreamState;
  /** How many new calls wait until the reader wants to see them. */
  waiting: number;
  /** Shows them. */
  show: () => Promise<void>;
}

const PATCH_MS = 250;
const LOOK_MS = 1_000;

/**
 * Keeps the list up to date while `isRead` says that nobody reads in it; otherwise new calls wait. They come from the live stream, and
 * while that is refused or broken, from looking at the newest page again and again.
 */
export function useLiveRequests(filters: RequestFilters, enabled: boolean, isRead: () => boolean): Live {
  const queryClient = useQueryClient();
  const readPage = useReadPage(filters);
  const keyText = JSON.stringify(useRequestKeys().list(filters));
  const waiting = useRef<ReadonlySet<string>>(new Set());
  const [count, setCount] = useState(0);
  const current = useRef(isRead);
  useEffect(() => {
    current.current = isRead;
  });

  /** False if a look at the newest page is needed. */
  const take = useCallback(
    (arrivals: Arrivals, mayWait = true): boolean => {
      const key = JSON.parse(keyText);
      const list = queryClient.getQueryData<InfiniteData<RequestPage>>(key);
      // A list that is on its way may have been read before these calls.
      if (!list) return queryClient.getQueryState(key)?.fetchStatus !== 'fetching';
      const before = { pages: list.pages, waiting: waiting.current };
      const after = receiveCalls(before, arrivals, mayWait && current.current());
      if (!after) return false;
      waiting.current = after.waiting;
      setCount(after.waiting.size);
      const { pages } = after;
      if (pages !== list.pages)
        queryClient.setQueryData(key, { pages, pageParams: list.pageParams.slice(0, pages.length) });
      return true;
    },
    [queryClient, keyText],
  );

  const updates = useMemo(() => {
    const received: LoggedRequest[] = [];
    const look = async (mayWait?: boolean) => {
      if (!take({ newest: await readPage(), isWhole: true }, mayWait)) soon.ask();
    };
    const soon = throttle(() => void look().catch(() => {}), LOOK_MS);
    const patch = throttle(() => {
      const data = received.splice(0).reverse();
      const newest = withoutOwnReads({ data, has_more: false, next_cursor: null });
      if (!take({ newest, isWhole: false })) soon.ask();
    }, PATCH_MS);
    return {
      look,
      soon,
      add: (request: LoggedRequest) => {
        const matches = matchesFilters(request, filters);
        if (matches === undefined) return soon.ask();
        if (!matches) return;
        received.push(request);
        patch.ask();
      },
      cancel: () => {
        soon.cancel();
        patch.cancel();
      },
    };
  }, [take, readPage, filters]);

  useEffect(() => {
    waiting.current = new Set();
    setCount(0);
    return updates.cancel;
  }, [updates]);

  const stream = useStream({
    url: '/requests/stream',
    query: { target: toQuery(filters).target },
    enabled,
    onOpen: () => void updates.look().catch(updates.soon.ask),
    onMessage: (event, data) => event === 'request' && updates.add(JSON.parse(data)),
  });
  const isPolling = enabled && stream === 'lost';
  const isGood = usePolling(updates.look, isPolling);
  const show = useCallback(() => updates.look(false), [updates]);
  return { state: isPolling && isGood ? 'open' : stream, waiting: count, show };
}
