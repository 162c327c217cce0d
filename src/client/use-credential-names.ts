import { useQuery } from '@tanstack/react-query';
import { listApiKeys, listMembers, listOAuthClients } from '../generated/platform/sdk.gen.ts';
import { useFeatures } from '../ui/use-features.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { usePlatform } from './use-platform.ts';

/** The same each time, so that lists are not rendered again. */
const none = new Map<string, string>();

/** The names of keys, clients and people by id, from the first page of each: calls and audit events have only ids. */
export function useCredentialNames(): Map<string, string> {
  const call = usePlatform();
  const { keys, accounts } = useFeatures();
  const { data } = useQuery({
    // Below the query key of the keys page, which drops it after each change.
    queryKey: ['credentials', useServerUrl(), 'names'],
    queryFn: async () => {
      const query = { limit: 100 };
      const lists = await Promise.all([
        ...(keys ? [call((options) => listApiKeys({ ...options, query }))] : []),
        ...(keys ? [call((options) => listOAuthClients({ ...options, query }))] : []),
        ...(accounts ? [call((options) => listMembers({ ...options, query }))] : []),
      ]);
      return new Map(lists.flatMap((list) => list.data.map(({ id, name }): [string, string] => [id, name])));
    },
    staleTime: 60_000,
    retry: false,
    networkMode: 'always',
  });
  return data ?? none;
}
