import { sql } from 'kysely';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import { newId } from '../db/new-id.ts';
import type { Database } from '../db/schema.ts';
import { notSignedIn } from './account-refusals.ts';

export interface Person {
  id: string;
  name: string;
}

/** A workspace of which a person is a member, as the pages list it. */
export interface Membership {
  id: string;
  name: string;
  role: 'administrator' | 'developer' | 'reader';
}

/** The default name of a workspace. */
export const unnamed = 'Sandbox';

/** Turns a guest workspace into a person's own, with all its data; refuses (409) one that already has members. */
export async function claimGuestWorkspace(db: Database, workspaceId: string, person: Person, now: Date): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const { numUpdatedRows } = await transaction
      .updateTable('workspace')
      .set({ kind: 'team', name: person.name, expires_at: null })
      .where('id', '=', workspaceId)
      .where('kind', '=', 'guest')
      .where('expires_at', '>', now.toISOString())
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw notAGuestWorkspace();
    await addMember(transaction, workspaceId, person, now);
    // Credentials created by the guest belong to the person, and are revoked when the person leaves.
    await transaction
      .updateTable('api_key')
      .set({ created_by_type: 'person', created_by_id: person.id })
      .where('workspace_id', '=', workspaceId)
      .where('created_by_id', 'is', null)
      .execute();
  });
}

/** Refuses a workspace that already has members. */
export function notAGuestWorkspace(): Refusal {
  return new Refusal('invalid_state', say('accounts.no-guest-workspace'));
}

/** The workspaces of a person, oldest membership first; a person without one gets a new one. */
export async function getMemberships(db: Database, person: Person, now: Date): Promise<[Membership, ...Membership[]]> {
  const found = await readMemberships(db, person.id);
  if (hasOne(found)) return found;
  return inTransaction(db, async (transaction) => {
    // Of two simultaneous requests, the second waits here and finds what the first created.
    const { numAffectedRows } = await sql`update person set name = name where id = ${person.id}`.execute(transaction);
    if (numAffectedRows === 0n) throw notSignedIn();
    const again = await readMemberships(transaction, person.id);
    if (hasOne(again)) return again;
    const id = newId('wsp');
    await transaction
      .insertInto('workspace')
      .values({ id, kind: 'team', name: person.name, created_at: now.toISOString(), expires_at: null })
      .execute();
    await addMember(transaction, id, person, now);
    return [{ id, name: person.name, role: 'administrator' }];
  });
}

function hasOne(memberships: Membership[]): memberships is [Membership, ...Membership[]] {
  return memberships.length > 0;
}

async function readMemberships(db: Database, personId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .select(['workspace.id', 'workspace.name', 'member.role'])
    .where('member.person_id', '=', personId)
    .orderBy('member.seq')
    .execute();
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? unnamed }));
}

async function addMember(db: Database, workspaceId: string, person: Person, now: Date): Promise<void> {
  const values = { workspace_id: workspaceId, person_id: person.id, role: 'administrator' as const };
  await db
    .insertInto('member')
    .values({ ...values, created_at: now.toISOString() })
    .execute();
}
