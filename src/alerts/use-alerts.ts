import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { findWorkspaceId } from '../client/current-key.ts';
import type { PlatformError } from '../client/platform-error.ts';
import { usePlatform } from '../client/use-platform.ts';
import {
  createAlertRule,
  deleteAlertRule,
  listAlertIncidents,
  listAlertRules,
  updateAlertRule,
} from '../generated/platform/sdk.gen.ts';
import type { AlertIncident, AlertRule, AlertRuleChange, NewAlertRule } from '../generated/platform/types.gen.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { noteOpen } from './open-alerts.ts';

export type RuleAction =
  | { kind: 'create'; body: NewAlertRule }
  | { kind: 'change'; id: string; body: AlertRuleChange }
  | { kind: 'delete'; id: string };

interface Alerts {
  rules: AlertRule[];
  incidents: AlertIncident[];
}

/** The rules and newest incidents of the workspace; incidents are looked for again every half minute. */
export function useAlerts() {
  const call = usePlatform();
  const queryClient = useQueryClient();
  const queryKey = ['alerts', useServerUrl()];

  const read = useQuery<Alerts, PlatformError>({
    queryKey,
    queryFn: async () => {
      const before = findWorkspaceId();
      const [rules, incidents] = await Promise.all([
        call((options) => listAlertRules(options)),
        call((options) => listAlertIncidents({ ...options, query: { limit: 50 } })),
      ]);
      const workspaceId = findWorkspaceId();
      // A first call makes the workspace; it may also have become another one meanwhile.
      if (workspaceId && workspaceId === (before ?? workspaceId))
        noteOpen(workspaceId, incidents.data.filter(({ status }) => status === 'open').length);
      return { rules: rules.data, incidents: incidents.data };
    },
    refetchInterval: 30_000,
    retry: false,
    networkMode: 'always',
  });

  const act = useMutation<unknown, PlatformError, RuleAction>({
    networkMode: 'always',
    mutationFn: async (action) => {
      if (action.kind === 'create') return call((options) => createAlertRule({ ...options, body: action.body }));
      const path = { alert_rule_id: action.id };
      if (action.kind === 'change') return call((options) => updateAlertRule({ ...options, path, body: action.body }));
      return call((options) => deleteAlertRule({ ...options, path }));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  });

  return { read, act };
}
