import { useServerUrl } from '../ui/use-server-url.ts';
import type { LogFilters } from './log/log-filters.ts';

/** The query keys of the webhooks page. */
export function useWebhookKeys() {
  const all = ['webhooks', useServerUrl()] as const;
  return {
    all,
    lists: [...all, 'deliveries'] as const,
    list: (filters: LogFilters) => [...all, 'deliveries', filters] as const,
    delivery: (id: string) => [...all, 'delivery', id] as const,
    endpoints: [...all, 'endpoints'] as const,
    eventTypes: [...all, 'event-types'] as const,
    inboxes: [...all, 'inboxes'] as const,
    messages: (inboxId: string) => [...all, 'inboxes', inboxId, 'messages'] as const,
  };
}
