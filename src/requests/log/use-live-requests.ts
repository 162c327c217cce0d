import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StreamState } from '../../events/use-event-stream.ts';
import type { RequestPage } from '../../generated/platform/types.gen.ts';
import { useRequestKeys } from '../request-keys.ts';
import { mergeNewest } from './merge-newest.ts';
import type { RequestFilters } from './request-filters.ts';
import { useReadPage } from './use-requests.ts';

const everyMs = 2_000;
const longestWaitMs = 30_000;

/** Puts new calls on top of the list while the page is visible, by reading the newest page again and again. */
export function useLiveRequests(filters: RequestFilters, enabled: boolean): StreamState {
  const queryClient = useQueryClient();
  const readPage = useReadPage(filters);
  const key = useRequestKeys().list(filters);
  const keyText = JSON.stringify(key);
  const [state, setState] = useState<StreamState>('off');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is compared by its text
  useEffect(() => {
    if (!enabled) return setState('off');
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = everyMs;
    let isOver = false;

    async function look() {
      try {
        const newest = await readPage();
        if (isOver) return;
        queryClient.setQueryData<InfiniteData<RequestPage>>(key, (list) => list && put(list, newest));
        setState('open');
        wait = everyMs;
      } catch {
        if (isOver) return;
        setState('lost');
        wait = Math.min(wait * 2, longestWaitMs);
      }
      follow();
    }
    function follow(soon = false) {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(() => void look(), soon ? 0 : wait);
    }
    const atOnce = () => follow(true);

    setState('connecting');
    atOnce();
    document.addEventListener('visibilitychange', atOnce);
    window.addEventListener('online', atOnce);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', atOnce);
      window.removeEventListener('online', atOnce);
    };
  }, [enabled, readPage, queryClient, keyText]);

  return state;
}

function put(list: InfiniteData<RequestPage>, newest: RequestPage): InfiniteData<RequestPage> {
  const pages = mergeNewest(list.pages, newest);
  return pages === list.pages ? list : { pages, pageParams: list.pageParams.slice(0, pages.length) };
}
