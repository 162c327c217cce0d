import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

let browserClient: QueryClient | undefined;

/** One cache for the whole visit: going from page to page keeps the key. While pre-rendering every page has its own. */
function queryClient(): QueryClient {
  if (typeof window === 'undefined') return new QueryClient();
  browserClient ??= new QueryClient();
  return browserClient;
}

/** Lets what is inside ask for this browser's key. Only pages that need it load it. */
export function PlatformProvider({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>;
}
