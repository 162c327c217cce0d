import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

let browserClient: QueryClient | undefined;

/** One cache for the whole visit, so that navigation keeps the key. During pre-rendering each page has its own. */
function queryClient(): QueryClient {
  if (typeof window === 'undefined') return new QueryClient();
  browserClient ??= new QueryClient();
  return browserClient;
}

/** Gives its children access to this browser's key. Only pages that need it load it. */
export function PlatformProvider({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>;
}
