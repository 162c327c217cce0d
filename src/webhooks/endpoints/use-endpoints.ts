import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  listWebhookEndpoints,
  rotateWebhookSecret,
  sendTestEvent,
  updateWebhookEndpoint,
} from '../../generated/platform/sdk.gen.ts';
import type { NewWebhookEndpoint, WebhookEndpoint, WebhookEndpointChange } from '../../generated/platform/types.gen.ts';
import { useWebhookKeys } from '../webhook-keys.ts';

/** The actions on endpoints. */
export type EndpointAction =
  | { kind: 'create'; body: NewWebhookEndpoint }
  | { kind: 'change'; id: string; body: WebhookEndpointChange }
  | { kind: 'delete'; id: string }
  | { kind: 'rotate'; id: string; overlapSeconds: number }
  | { kind: 'test'; id: string; type?: string };

/** The result of an action: the endpoint, and a secret that is shown only once. */
export interface EndpointOutcome {
  id: string;
  secret?: string;
}

const MOST = 100;

/** The endpoints of the workspace, reloaded after each change made here. */
export function useEndpoints() {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const keys = useWebhookKeys();

  const read = useQuery<WebhookEndpoint[], PlatformError>({
    queryKey: keys.endpoints,
    queryFn: async () => (await call((options) => listWebhookEndpoints({ ...options, query: { limit: MOST } }))).data,
    retry: false,
    networkMode: 'always',
  });

  const act = useMutation<EndpointOutcome, PlatformError, EndpointAction>({
    networkMode: 'always',
    mutationFn: async (action) => {
      if (action.kind === 'create') return call((options) => createWebhookEndpoint({ ...options, body: action.body }));
      const { id } = action;
      const path = { endpoint_id: id };
      if (action.kind === 'change')
        await call((options) => updateWebhookEndpoint({ ...options, path, body: action.body }));
      if (action.kind === 'delete') await call((options) => deleteWebhookEndpoint({ ...options, path }));
      if (action.kind === 'test') {
        const body = { type: action.type };
        await call((options) => sendTestEvent({ ...options, path, body }));
      }
      if (action.kind !== 'rotate') return { id };
      const body = { overlap_seconds: action.overlapSeconds };
      const { secret } = await call((options) => rotateWebhookSecret({ ...options, path, body }));
      return { id, secret };
    },
    onSuccess: (_, { kind }) => queryClient.invalidateQueries({ queryKey: kind === 'test' ? keys.lists : keys.all }),
  });

  return { read, act };
}
