import type { Insertable } from 'kysely';
import { newId } from '../db/new-id.ts';
import { prepareQuery } from '../db/prepared-query.ts';
import type { Database, DeliveryRow, Tables } from '../db/schema.ts';
import { isChosen } from './event-names.ts';
import { insertEvent, type NewEvent } from './event-store.ts';
import { announceChange } from './workspace-changes.ts';

export interface Publication {
  /** The time on the workspace's clock, where the event happened before it. */
  now?: Date;
  /** The only endpoint that gets it, whatever types it selected. */
  onlyTo?: string;
  /** Endpoints that do not get it: an event about their failures would be one more. */
  except?: string[];
}

type Target = Pick<DeliveryRow, 'endpoint_id'> & {
  event_types: string;
  api_versions: string;
  status: 'active' | 'paused' | 'disabled';
  clock_offset: number;
};

const endpointsOf = prepareQuery<{ workspaceId: string }, Target>((db, { workspaceId }) =>
  db
    .selectFrom('webhook_endpoint')
    .innerJoin('workspace', 'workspace.id', 'webhook_endpoint.workspace_id')
    .select(['webhook_endpoint.id as endpoint_id', 'event_types', 'api_versions', 'status', 'clock_offset'])
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('seq'),
);

type NewDelivery = Omit<Insertable<Tables['delivery']>, 'attempt_count' | 'tries'>;

const insert = prepareQuery<NewDelivery>((db, delivery) =>
  db.insertInto('delivery').values({
    id: delivery.id,
    workspace_id: delivery.workspace_id,
    api: delivery.api,
    endpoint_id: delivery.endpoint_id,
    event_id: delivery.event_id,
    type: delivery.type,
    store: delivery.store,
    record_id: delivery.record_id,
    request_id: delivery.request_id,
    api_version: delivery.api_version,
    created_at: delivery.created_at,
    status: delivery.status,
    reason: delivery.reason,
    finished_at: delivery.finished_at,
    due_at: delivery.due_at,
    due_offset: delivery.due_offset,
  }),
);

/**
 * Stores an event and, in the same transaction, one delivery per endpoint of the workspace, including those that are
 * skipped, with the reason. The caller holds the workspace's lock. Returns the deliveries' ids.
 */
export async function publishEvent(
  transaction: Database,
  event: NewEvent,
  { now, onlyTo, except = [] }: Publication = {},
): Promise<string[]> {
  const eventId = await insertEvent(transaction, event);
  const { workspaceId, api, type, store, recordId, requestId = null, createdAt } = event;
  const at = Date.parse(createdAt);
  const ids: string[] = [];
  for (const target of await endpointsOf(transaction, { workspaceId })) {
    if ((onlyTo !== undefined && target.endpoint_id !== onlyTo) || except.includes(target.endpoint_id)) continue;
    const reason = onlyTo === undefined ? whySkipped(target, event) : null;
    const id = newId('dlv');
    const version = (JSON.parse(target.api_versions) as Record<string, string>)[api] ?? null;
    const offset = target.clock_offset - Math.max((now?.getTime() ?? at) - at, 0);
    const queued = reason
      ? { status: 'skipped' as const, reason, finished_at: createdAt, due_at: null, due_offset: 0 }
      : { status: 'pending' as const, reason: null, finished_at: null, due_at: at, due_offset: offset };
    await insert(transaction, {
      id,
      workspace_id: workspaceId,
      api,
      endpoint_id: target.endpoint_id,
      event_id: eventId,
      type,
      store,
      record_id: recordId,
      request_id: requestId,
      api_version: version,
      created_at: createdAt,
      ...queued,
    });
    ids.push(id);
  }
  await announceChange(transaction, { workspaceId, due: ids.length > 0, deliveries: ids });
  return ids;
}

/**
 * Events wait for a paused endpoint; those that an endpoint did not select, or that happen while it is disabled, are
 * skipped.
 */
function whySkipped({ event_types, status }: Target, { api, type }: NewEvent): DeliveryRow['reason'] {
  if (!isChosen(JSON.parse(event_types) as string[], api, type)) return 'type_not_selected';
  return status === 'disabled' ? 'endpoint_disabled' : null;
}
