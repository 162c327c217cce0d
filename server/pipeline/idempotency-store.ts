import { randomUUID } from 'node:crypto';
import { parseExactly } from '../../wire/exact-json.ts';
import type { Answer } from '../answers/answer.ts';
import { outlast } from '../db/outlast.ts';
import { isDead, isThisProcess, nameProcess } from '../db/process-name.ts';
import type { Database } from '../db/schema.ts';

/** The scope of a key: one operation of one API in one workspace. */
export interface KeyPlace {
  workspaceId: string;
  api: string;
  operation: string;
  key: string;
}

/** A request that holds a key, until its response is stored or it releases the key. */
export interface Reservation extends KeyPlace {
  owner: string;
}

export interface ReserveOptions {
  /** Identifies the request; another request under the same key is an error. */
  fingerprint: string;
  /** The portal's own time, for leases. */
  now: Date;
  /** The time on the workspace's clock, for the expiry of keys. */
  clock: Date;
  lifetime: number;
}

/** The result of reserving a key: it is held now, its response exists already, or there is a conflict. */
export type Reserved =
  | { reservation: Reservation }
  | { answer: Answer }
  | { conflict: 'other request' | 'still running' };

/** Longer than any request takes: a holder past this has crashed. */
const lease = 60_000;

/** The holders of this process whose requests have not ended. */
const running = new Set<string>();

/** Reserves a key for one of several simultaneous requests. A key whose holder crashed goes to the next request. */
export async function reserveKey(
  db: Database,
  place: KeyPlace,
  { fingerprint, now, clock, lifetime }: ReserveOptions,
): Promise<Reserved> {
  const reservation = { ...place, owner: `${nameProcess(db)}/${randomUUID()}` };
  const fresh = {
    fingerprint,
    owner: reservation.owner,
    leased_until: new Date(now.getTime() + lease).toISOString(),
    expires_at: new Date(clock.getTime() + lifetime).toISOString(),
    answer: null,
  };
  for (;;) {
    const { workspaceId, api, operation, key } = place;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('idempotency_key')
      .values({ workspace_id: workspaceId, api, operation, key, ...fresh })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows) return hold(reservation);

    const known = await at(db, place).executeTakeFirst();
    if (!known) continue;
    const isExpired = known.expires_at <= clock.toISOString();
    if (!isExpired && known.fingerprint !== fingerprint) return { conflict: 'other request' };
    if (!isExpired && known.answer !== null) return { answer: readAnswer(known.answer) };
    const isLeased = known.leased_until > now.toISOString() && !(await isOver(db, known.owner));
    if (known.answer === null && isLeased) return { conflict: 'still running' };
    const { numUpdatedRows } = await db
      .updateTable('idempotency_key')
      .set(fresh)
      .where((row) => row.and(columnsOf(place)))
      .where('owner', '=', known.owner)
      // A commit whose answer was lost may have stored the response meanwhile.
      .where('answer', known.answer === null ? 'is' : 'is not', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows) return hold(reservation);
  }
}

function hold(reservation: Reservation): Reserved {
  running.add(reservation.owner);
  return { reservation };
}

/** Tells that the holder's request has ended, so that its key is free even if the database could not release it. */
export function endHold({ owner }: Reservation): void {
  running.delete(owner);
}

/**
 * Whether a holder is known to have ended: a request of this process, or all of another. Should it go on after all, its response
 * finds another owner, and is rolled back.
 */
async function isOver(db: Database, owner: string): Promise<boolean> {
  const [name = '', request] = owner.split('/');
  if (request === undefined || running.has(owner)) return false;
  return isThisProcess(name) || isDead(db, name);
}

/** Stores the response under a key that is still held; returns false when another request has taken the key over. */
export async function storeAnswer(db: Database, { owner, ...place }: Reservation, answer: Answer): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('idempotency_key')
    .set({ answer: writeAnswer(answer) })
    .where((row) => row.and(columnsOf(place)))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * Releases a key, as if the request had not been sent; as long as the database fails, it tries again. After a COMMIT whose answer
 * was lost, this waits until the transaction has ended, and a response that was stored after all stays.
 */
export async function releaseKey(db: Database, { owner, ...place }: Reservation): Promise<void> {
  const release = () =>
    db
      .deleteFrom('idempotency_key')
      .where((row) => row.and(columnsOf(place)))
      .where('owner', '=', owner)
      .where('answer', 'is', null)
      .execute();
  await outlast(release, AbortSignal.timeout(lease));
}

/** Removes expired keys; returns their number. */
export async function removeExpiredKeys(db: Database, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency_key')
    .where('expires_at', '<', now.toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function at(db: Database, place: KeyPlace) {
  return db
    .selectFrom('idempotency_key')
    .select(['fingerprint', 'owner', 'leased_until', 'expires_at', 'answer'])
    .where((row) => row.and(columnsOf(place)));
}

function columnsOf({ workspaceId, api, operation, key }: KeyPlace) {
  return { workspace_id: workspaceId, api, operation, key };
}

/** Bytes, such as a PDF, are not JSON. */
function writeAnswer({ body, ...answer }: Answer): string {
  return JSON.stringify(Buffer.isBuffer(body) ? { ...answer, bytes: body.toString('base64') } : { ...answer, body });
}

function readAnswer(text: string): Answer {
  const { bytes, ...answer } = parseExactly(text) as Answer & { bytes?: string };
  return bytes === undefined ? answer : { ...answer, body: Buffer.from(bytes, 'base64') };
}
