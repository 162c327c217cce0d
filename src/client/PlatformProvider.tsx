import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { watchWorkspace } from './current-key.ts';

let browserClient: QueryClient | undefined;

/** One cache for the whole visit, so that navigation keeps the key. During pre-rendering each page has its own. */
function queryClient(): QueryClient {
  if (typeof window === 'undefined') return new QueryClient();
  browserClient ??= makeClient();
  return browserClient;
}

/** What is cached belongs to one workspace: in another one, what a page shows is read again. */
function makeClient(): QueryClient {
  const client = new QueryClient();
  watchWorkspace((key) => {
    // The key itself may be what a request waits for, so it is replaced, never cancelled.
    if (key) client.setQueriesData({ queryKey: ['guest-key'] }, key);
    void client.invalidateQueries({ queryKey: ['guest-key'], refetchType: 'none' });
    void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'guest-key' });
  });
  return client;
}

/** Gives its children access to this browser's key. Only pages that need it load it. */
export function PlatformProvider({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>;
}
