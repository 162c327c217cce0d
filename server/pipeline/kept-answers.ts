import { randomUUID } from 'node:crypto';
import type { Answer } from '../answers/answer.ts';
import type { Database } from '../db/schema.ts';

/** What a key stands for: it means something within one operation of one API of one workspace. */
export interface KeyPlace {
  workspaceId: string;
  api: string;
  operation: string;
  key: string;
}

/** A request that holds a key, until its answer is kept or it gives the key back. */
export interface Reservation extends KeyPlace {
  owner: string;
}

export interface ReserveOptions {
  /** What the request is; another request under the same key is a mistake. */
  fingerprint: string;
  /** The portal's own time, by which leases run. */
  now: Date;
  /** The time on the workspace's clock, by which keys expire. */
  clock: Date;
  lifetime: number;
}

/** What comes of asking for a key: it is held now, its answer is there, or somebody else is at it. */
export type Reserved =
  | { reservation: Reservation }
  | { answer: Answer }
  | { taken: 'by another request' | 'and still running' };

/** Longer than any request takes: who holds a key past this has died. */
const lease = 60_000;

/** Asks for a key. Of several who ask at once one gets it; a key whose holder has died goes to the next who asks. */
export async function reserveKey(
  db: Database,
  place: KeyPlace,
  { fingerprint, now, clock, lifetime }: ReserveOptions,
): Promise<Reserved> {
  const reservation = { ...place, owner: randomUUID() };
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
    if (numInsertedOrUpdatedRows) return { reservation };

    const known = await at(db, place).executeTakeFirst();
    if (!known) continue;
    const isExpired = known.expires_at <= clock.toISOString();
    if (!isExpired && known.fingerprint !== fingerprint) return { taken: 'by another request' };
    if (!isExpired && known.answer !== null) return { answer: readAnswer(known.answer) };
    if (known.answer === null && known.leased_until > now.toISOString()) return { taken: 'and still running' };
    const { numUpdatedRows } = await db
      .updateTable('idempotency_key')
      .set(fresh)
      .where((row) => row.and(whole(place)))
      .where('owner', '=', known.owner)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows) return { reservation };
  }
}

/** Keeps the answer under a key that is still held; gives false when it is not: another has taken it over. */
export async function keepAnswer(db: Database, { owner, ...place }: Reservation, answer: Answer): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('idempotency_key')
    .set({ answer: writeAnswer(answer) })
    .where((row) => row.and(whole(place)))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Gives a key back, as if the request had not been sent. */
export async function releaseKey(db: Database, { owner, ...place }: Reservation): Promise<void> {
  await db
    .deleteFrom('idempotency_key')
    .where((row) => row.and(whole(place)))
    .where('owner', '=', owner)
    .execute();
}

/** Removes keys whose time is over; gives their number. */
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
    .where((row) => row.and(whole(place)));
}

function whole({ workspaceId, api, operation, key }: KeyPlace) {
  return { workspace_id: workspaceId, api, operation, key };
}

/** Bytes, such as a PDF, are no JSON. */
function writeAnswer({ body, ...answer }: Answer): string {
  return JSON.stringify(Buffer.isBuffer(body) ? { ...answer, bytes: body.toString('base64') } : { ...answer, body });
}

function readAnswer(text: string): Answer {
  const { bytes, ...answer } = JSON.parse(text) as Answer & { bytes?: string };
  return bytes === undefined ? answer : { ...answer, body: Buffer.from(bytes, 'base64') };
}
