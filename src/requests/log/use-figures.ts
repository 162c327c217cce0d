import { useQuery } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import { getMetrics } from '../../generated/platform/sdk.gen.ts';
import type { Metrics } from '../../generated/platform/types.gen.ts';
import { useRequestKeys } from '../request-keys.ts';

/** What the workspace called in the last 30 days, grouped: the choices of the filters. */
export function useFigures(by: 'operation' | 'status' | 'error_code' | 'credential'): Metrics | undefined {
  const call = usePlatform();
  const { data } = useQuery<Metrics, PlatformError>({
    queryKey: useRequestKeys().figures(by),
    queryFn: () => call((options) => getMetrics({ ...options, query: { period: '30d', by } })),
    staleTime: 60_000,
    refetchInterval: 60_000,
    retry: false,
    networkMode: 'always',
  });
  return data;
}
