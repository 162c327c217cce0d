import { readQuotas as readCounts, type Use } from '../identity/quotas.ts';
import { findStorage } from '../records/storage-quota.ts';
import type { Feature } from '../settings/portal/features.ts';
import { findSent } from '../webhooks/delivery/pace.ts';
import { callerOf } from './caller.ts';
import type { PlatformCall } from './handler.ts';

/** The feature without which there is none of what a quota is about; the others are of every workspace. */
const featureOf: Record<string, Feature | undefined> = {
  webhook_endpoints: 'webhooks',
  inboxes: 'webhooks',
  event_streams: 'webhooks',
  deliveries_per_minute: 'webhooks',
  api_keys: 'keys',
  oauth_clients: 'keys',
  alert_rules: 'requests',
  members: 'accounts',
};

/** The quotas of the caller's workspace, by name, each with its limit and how much of it is used. */
export async function readQuotas(call: PlatformCall, kind: 'guest' | 'team'): Promise<Record<string, Use>> {
  const { db, config, features, streams } = call.context;
  const { workspaceId, real } = callerOf(call);
  const { records, bytes } = await findStorage(db, workspaceId);
  const perMinute = config.egress.perMinute[kind];
  const uses: Record<string, Use> = {
    records: { limit: config.storage[kind].records, used: records },
    storage_bytes: { limit: config.storage[kind].bytes, used: bytes },
    ...(await readCounts(db, config.quotas[kind], { workspaceId, now: real })),
    event_streams: { limit: config.eventStreams[kind], used: streams.countOf(workspaceId) },
    deliveries_per_minute:
      perMinute === 0
        ? { limit: null, used: 0 }
        : { limit: perMinute, used: await findSent(db, workspaceId, perMinute, real) },
  };
  const isOn = (feature: Feature | undefined) => feature === undefined || features[feature];
  return Object.fromEntries(Object.entries(uses).filter(([name]) => isOn(featureOf[name])));
}
