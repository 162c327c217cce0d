import { inTransaction } from '../../db/in-transaction.ts';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import { Refusal } from '../../dialect/errors/refusal.ts';
import { dueAfter } from '../../dialect/lifecycle.ts';
import { type Call, resourceOf, rulesOf } from '../behaviours/call.ts';
import { emitEvents, type Happening } from '../events/emit-events.ts';
import type { RecordBody, StoredRecord } from '../record-store.ts';

/**
 * Runs a call that may change records with a lifecycle, events or moments of change, or several records by a handler, in one transaction,
 * one after another in a workspace: no step is taken in between, and what happens is told if and only if all of it happens.
 * Any other call just runs.
 */
export async function runWatched<T>(call: Call, run: (call: Call) => Promise<T>): Promise<T> {
  const { operation, resource } = call.plan;
  const { lifecycle, actions, events } = resource ? rulesOf(call) : {};
  const isWatched =
    lifecycle || actions || events || call.api.profile.handlers?.[operation.id] || call.api.profile.lastChange;
  if (operation.method === 'get' || !isWatched) return run(call);
  return inTransaction(call.db, async (db) => {
    await lockWorkspace(db, call.workspaceId);
    return run({ ...call, db });
  });
}

/** The body with which a record of the call's store begins. */
export function newborn(call: Call, body: RecordBody): RecordBody {
  const { lifecycle } = rulesOf(call);
  return lifecycle ? { ...body, [lifecycle.property]: lifecycle.initial } : body;
}

/** Starts the life of a record that was just kept. */
export async function beginLife(call: Call, { seq, id, body }: StoredRecord): Promise<void> {
  const { lifecycle } = rulesOf(call);
  await tell(call, 'created', id, body);
  if (!lifecycle) return;
  await setDue(call, seq, dueAfter(lifecycle, body, call.now.getTime()));
  await tell(call, { state: lifecycle.initial }, id, body);
}

/** What DELETE makes of a record that has a life to end: refuses in a state from which it cannot. */
export function canceled(call: Call, body: RecordBody): RecordBody | undefined {
  const { lifecycle } = rulesOf(call);
  if (!lifecycle?.cancel) return undefined;
  const { from, to } = lifecycle.cancel;
  const state = String(body[lifecycle.property]);
  if (!from.includes(state)) throw invalidState(lifecycle.property, state, from, to);
  return { ...body, [lifecycle.property]: to };
}

/** Ends the life of a record that was just changed by `canceled`. */
export async function endLife(call: Call, { seq, id }: StoredRecord, body: RecordBody): Promise<void> {
  const { lifecycle } = rulesOf(call);
  if (!lifecycle?.cancel) return;
  await setDue(call, seq, null);
  await tell(call, { state: lifecycle.cancel.to }, id, body);
}

/** Goes on with the life of a record that an action has just brought to another state. */
export async function enterState(call: Call, { seq, id }: StoredRecord, body: RecordBody): Promise<void> {
  const { lifecycle, actions } = rulesOf(call);
  if (lifecycle) await setDue(call, seq, dueAfter(lifecycle, body, call.now.getTime()));
  if (actions) await tell(call, { state: String(body[actions.property]) }, id, body);
}

/** Keeps the events of what has happened to a record of the call's store. */
export async function tell(call: Call, happening: Happening, id: string, body: RecordBody): Promise<void> {
  await emitEvents(call.db, { ...call, store: resourceOf(call).store }, happening, id, body, call.now);
}

/** What the record goes through from now on is caused by this call. */
async function setDue({ db, requestId }: Call, seq: number, due_at: number | null): Promise<void> {
  await db.updateTable('record').set({ due_at, request_id: requestId }).where('seq', '=', seq).execute();
}

function invalidState(property: string, state: string, from: string[], to: string): Refusal {
  const quoted = from.map((name) => `"${name}"`);
  return new Refusal('invalid_state', {
    en: `A record whose ${property} is "${state}" cannot become "${to}". Only those that are ${listed(quoted, 'or')} can.`,
    pt: `Um registro com ${property} igual a "${state}" não pode passar a "${to}". Só podem os que estão em ${listed(quoted, 'ou')}.`,
  });
}

function listed(names: string[], or: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`;
}
