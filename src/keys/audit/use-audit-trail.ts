import { useInfiniteQuery } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import { listAuditEvents } from '../../generated/platform/sdk.gen.ts';
import type { AuditEventPage } from '../../generated/platform/types.gen.ts';
import { useCredentialQueries } from '../credential-queries.ts';

/** The audit events of the workspace, the newest first; optionally of one target. */
export function useAuditTrail(targetId: string | undefined) {
  const call = usePlatform();
  const queries = useCredentialQueries();
  const read = useInfiniteQuery({
    queryKey: queries.audit(targetId),
    queryFn: ({ pageParam }): Promise<AuditEventPage> => {
      const query = { limit: 50, ...(targetId && { target_id: targetId }), ...(pageParam && { cursor: pageParam }) };
      return call((options) => listAuditEvents({ ...options, query }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    retry: false,
    networkMode: 'always',
  });
  return { ...read, error: read.error as PlatformError | null };
}
