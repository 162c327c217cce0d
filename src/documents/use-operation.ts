import useBaseUrl from '@docusaurus/useBaseUrl';
import { useQuery } from '@tanstack/react-query';
import { parseExactly } from '../../wire/exact-json.ts';
import type { OperationData, Schema } from './operation-data.ts';
import type { OperationPage, OperationSlugs } from './operation-page.ts';

/** The data of an operation's page; null if the portal has no such page, as for a call that no operation answered. */
export function useOperation(api: string, operationId: string | null): OperationData | null | undefined {
  const slugs = useOperations(operationId === null ? null : api);
  const slug = slugs && (slugs.find(([id]) => id === operationId)?.[1] ?? null);
  const page = useFile<OperationPage>(slug ? `/reference/${api}/${slug}.json` : null);
  if (operationId === null || slugs === null || slug === null || page === null) return null;
  return page?.data;
}

/** The operations of an API that have a page; null if it has none. */
export function useOperations(api: string | null): OperationSlugs | null | undefined {
  return useFile<OperationSlugs>(api === null ? null : `/reference/${api}.json`);
}

/** The schemas of an operation: its page has of some only a head, so that the whole ones are fetched where they are wanted. */
export function useSchemas({ api, schemas }: OperationData, isWanted: boolean): OperationData['schemas'] {
  const isPartial = isWanted && Object.values(schemas).some((schema) => schema['x-head']);
  return useFile<Record<string, Schema>>(isPartial ? `/reference/${api.slug}.schemas.json` : null) ?? schemas;
}

/** A file that the build has written; null where there is none. */
function useFile<Content>(address: string | null): Content | null | undefined {
  const url = useBaseUrl(address ?? '/');
  const { data, isError } = useQuery({
    queryKey: ['file', url],
    queryFn: async () => {
      const response = await fetch(url);
      return response.ok ? (parseExactly(await response.text()) as Content) : null;
    },
    enabled: address !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
  return isError ? null : data;
}
