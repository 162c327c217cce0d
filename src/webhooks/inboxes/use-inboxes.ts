import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import {
  createInbox,
  deleteInbox,
  deleteInboxMessages,
  listInboxes,
  updateInbox,
} from '../../generated/platform/sdk.gen.ts';
import type { Inbox, InboxChange } from '../../generated/platform/types.gen.ts';
import { useWebhookKeys } from '../webhook-keys.ts';

/** The actions on inboxes. */
export type InboxAction =
  | { kind: 'create' }
  | { kind: 'change'; id: string; body: InboxChange }
  | { kind: 'delete'; id: string }
  | { kind: 'empty'; id: string };

/** The inboxes of the workspace, reloaded after each change made here. */
export function useInboxes() {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const keys = useWebhookKeys();

  const read = useQuery<Inbox[], PlatformError>({
    queryKey: keys.inboxes,
    queryFn: async () => (await call((options) => listInboxes({ ...options, query: { limit: 100 } }))).data,
    retry: false,
    networkMode: 'always',
  });

  const act = useMutation<Inbox | undefined, PlatformError, InboxAction>({
    networkMode: 'always',
    mutationFn: async (action) => {
      if (action.kind === 'create') return call((options) => createInbox({ ...options, body: {} }));
      const path = { inbox_id: action.id };
      if (action.kind === 'change') return call((options) => updateInbox({ ...options, path, body: action.body }));
      if (action.kind === 'delete') await call((options) => deleteInbox({ ...options, path }));
      else await call((options) => deleteInboxMessages({ ...options, path }));
      return undefined;
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.inboxes }),
  });

  return { read, act };
}
