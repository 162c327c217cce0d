import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import { newId } from '../db/new-id.ts';
import type { Database, SuggestionRow } from '../db/schema.ts';
import { plainEvent } from '../dialect/events.ts';
import { portalApi, suggestionEvent } from '../events/event-names.ts';
import { publishEvent } from '../events/publish-event.ts';
import type { Principal } from '../identity/principal.ts';
import { findApiOfPage } from './page-api.ts';
import { showSuggestion } from './show-suggestion.ts';

/** What a reader sends. */
interface NewSuggestion {
  text: string;
  page: string;
  language: SuggestionRow['language'];
  email?: string | null;
}

interface Origin {
  /** Undefined for a reader who did not say who they are. */
  sender: Pick<Principal, 'workspaceId' | 'actor'> | undefined;
  requestId: string;
}

type Parts = Pick<Context, 'db' | 'config' | 'apis' | 'faults' | 'log' | 'now'>;

/** Stores a suggestion, with its event in the provider's workspace. When there are too many, the oldest done ones go first. */
export async function receiveSuggestion(
  { db, config, apis, faults, log, now }: Parts,
  { text, page, language, email = null }: NewSuggestion,
  { sender, requestId }: Origin,
): Promise<void> {
  const real = now();
  const { providerWorkspace } = config;
  const isRead = await inTransaction(db, async (transaction) => {
    // First, as in every transaction that locks a workspace.
    if (providerWorkspace) await lockWorkspace(transaction, providerWorkspace);
    await makeRoom(transaction, config.suggestions.stored);
    const row = await transaction
      .insertInto('suggestion')
      .values({
        id: newId('sug'),
        text,
        page,
        language,
        api: findApiOfPage(page, [...apis.keys(), ...faults.list().map(({ api }) => api)]) ?? null,
        email,
        state: 'open',
        workspace_id: sender?.workspaceId ?? null,
        actor_type: sender?.actor.type ?? null,
        actor_id: sender?.actor.id ?? null,
        created_at: real.toISOString(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return providerWorkspace !== undefined && publish(transaction, row, { providerWorkspace, real, requestId });
  });
  if (isRead || (config.suggestions.email && config.smtpUrl)) return;
  log.warn('A suggestion was stored, but nobody can read it: set PROVIDER_WORKSPACE to the id of your workspace.');
}

/**
 * Removes the oldest done suggestions when there are too many; refuses (429) one more when all are open. Requests at the same moment
 * may exceed the limit by one each.
 */
async function makeRoom(transaction: Database, most: number): Promise<void> {
  const { count } = await transaction
    .selectFrom('suggestion')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  const tooMany = Number(count) + 1 - most;
  if (tooMany <= 0) return;
  const oldest = transaction.selectFrom('suggestion').select('seq').where('state', '=', 'done').orderBy('seq');
  const { numDeletedRows } = await transaction
    .deleteFrom('suggestion')
    .where('seq', 'in', oldest.limit(tooMany))
    .executeTakeFirst();
  if (Number(numDeletedRows) < tooMany) throw noRoom();
}

interface Publishing {
  providerWorkspace: string;
  real: Date;
  requestId: string;
}

/** Emits the event in the provider's workspace, by its clock; false if there is no such workspace. */
async function publish(
  transaction: Database,
  row: SuggestionRow,
  { providerWorkspace: workspaceId, real, requestId }: Publishing,
): Promise<boolean> {
  const workspace = await transaction
    .selectFrom('workspace')
    .select('clock_offset')
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  if (!workspace) return false;
  const createdAt = new Date(real.getTime() + workspace.clock_offset).toISOString();
  const payload = plainEvent({ type: suggestionEvent, createdAt, data: { suggestion: showSuggestion(row) } });
  const record = { store: 'suggestions', recordId: row.id };
  await publishEvent(transaction, {
    workspaceId,
    api: portalApi,
    type: suggestionEvent,
    ...record,
    createdAt,
    payload,
    requestId,
  });
  return true;
}

function noRoom(): Refusal {
  const detail = say('suggestions.no-room');
  return new Refusal('too_many_requests', detail, { headers: { 'retry-after': '3600' } });
}
