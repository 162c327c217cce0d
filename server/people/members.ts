import { notFound, Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { Database } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';
import { capCredentials, revokeCredentials } from './credentials-of.ts';

/** A member of a workspace, as the platform API shows it. */
export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  created_at: string;
}

/** The members of a workspace, newest first; `after` is the last row number of the previous page. */
export async function readMembers(
  db: Database,
  workspaceId: string,
  { limit, after }: { limit: number; after?: number },
): Promise<PageOfRows<Member & { seq: number }>> {
  const query = membersOf(db, workspaceId)
    .orderBy('member.seq', 'desc')
    .limit(limit + 1);
  const rows = await (after === undefined ? query : query.where('member.seq', '<', after)).execute();
  return pageOfRows(rows, limit);
}

/** A member by the person's id; refuses with 404 a person outside this workspace. */
export async function getMember(db: Database, workspaceId: string, personId: string): Promise<Member> {
  const row = await membersOf(db, workspaceId).where('person.id', '=', personId).executeTakeFirst();
  if (!row) throw notFound(personId);
  const { seq: _, ...member } = row;
  return member;
}

/** Gives a member another role, in a transaction that has locked the workspace; the member's keys, clients and invitations follow. */
export async function changeRole(
  transaction: Database,
  { workspaceId, personId, role, now }: { workspaceId: string; personId: string; role: Role; now: Date },
): Promise<Member> {
  const member = await getMember(transaction, workspaceId, personId);
  if (member.role === role) return member;
  await checkOthersAdminister(transaction, workspaceId, member);
  await transaction
    .updateTable('member')
    .set({ role })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute();
  await capCredentials(transaction, { workspaceId, personId, role, now });
  return { ...member, role };
}

/** Removes a member from a workspace, in a transaction that has locked it, and revokes the member's keys and clients. */
export async function endMembership(
  transaction: Database,
  { workspaceId, personId, now }: { workspaceId: string; personId: string; now: Date },
): Promise<void> {
  const member = await getMember(transaction, workspaceId, personId);
  await checkOthersAdminister(transaction, workspaceId, member);
  await transaction
    .deleteFrom('member')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute();
  await revokeCredentials(transaction, workspaceId, personId, now);
}

/** A workspace always has an administrator. */
async function checkOthersAdminister(db: Database, workspaceId: string, { id, role }: Member): Promise<void> {
  if (role !== 'administrator') return;
  const other = await db
    .selectFrom('member')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'administrator')
    .where('person_id', '<>', id)
    .executeTakeFirst();
  if (other) return;
  throw new Refusal('invalid_state', say('members.last-administrator'));
}

function membersOf(db: Database, workspaceId: string) {
  return db
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['member.seq', 'person.id', 'person.name', 'person.email', 'member.role', 'member.created_at'])
    .where('member.workspace_id', '=', workspaceId);
}
