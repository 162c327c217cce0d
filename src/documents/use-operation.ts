import useBaseUrl from '@docusaurus/useBaseUrl';
import { useQuery } from '@tanstack/react-query';
import { operationAddress } from './operation-address.ts';
import type { OperationData } from './operation-data.ts';
import type { OperationPage } from './operation-page.ts';

/** The data of an operation's page; null if the portal has no such page, as for a call that no operation answered. */
export function useOperation(api: string, operationId: string | null): OperationData | null | undefined {
  const address = useBaseUrl(operationId === null ? '/' : `${operationAddress(api, operationId)}.json`);
  const { data, isError } = useQuery({
    queryKey: ['operation', address],
    queryFn: async () => {
      const response = await fetch(address);
      return response.ok ? ((await response.json()) as OperationPage).data : null;
    },
    enabled: operationId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
  return operationId === null || isError ? null : data;
}
