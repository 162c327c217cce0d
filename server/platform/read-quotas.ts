import { readQuotas as readCounts, type Use } from '../identity/quotas.ts';
import { findStorage } from '../records/storage-quota.ts';
import { findSent } from '../webhooks/delivery/pace.ts';
import { callerOf } from './caller.ts';
import type { PlatformCall } from './handler.ts';

/** The quotas of the caller's workspace, by name, each with its limit and how much of it is used. */
export async function readQuotas(call: PlatformCall, kind: 'guest' | 'team'): Promise<Record<string, Use>> {
  const { db, config, streams } = call.context;
  const { workspaceId, real } = callerOf(call);
  const { records, bytes } = await findStorage(db, workspaceId);
  const perMinute = config.egress.perMinute[kind];
  return {
    records: { limit: config.storage[kind].records, used: records },
    storage_bytes: { limit: config.storage[kind].bytes, used: bytes },
    ...(await readCounts(db, config.quotas[kind], { workspaceId, now: real })),
    event_streams: { limit: config.eventStreams[kind], used: streams.countOf(workspaceId) },
    deliveries_per_minute:
      perMinute === 0
        ? { limit: null, used: 0 }
        : { limit: perMinute, used: await findSent(db, workspaceId, perMinute, real) },
  };
}
