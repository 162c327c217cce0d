import { sql } from 'kysely';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import { writeAuditEntry } from '../identity/audit-trail.ts';
import { closeWorkspace } from '../identity/guest-workspaces.ts';
import { forgetTraces } from './forget-traces.ts';
import { endMembership } from './members.ts';
import { unnamed } from './workspaces.ts';

interface Owned {
  id: string;
  name: string | null;
  /** Other members, and how many of these are administrators. */
  others: number;
  otherAdministrators: number;
}

/**
 * Deletes a person with all that is held about them: the workspaces that are theirs alone with everything in them, their sessions,
 * keys, clients and invitations. Refuses (409) while others would be left in a workspace without an administrator.
 */
export async function deleteAccount(
  { db, now, forgetWorkspace, removeWorkspace }: Pick<Context, 'db' | 'now' | 'forgetWorkspace' | 'removeWorkspace'>,
  person: { id: string; email: string },
): Promise<void> {
  const at = now();
  const left = await inTransaction(db, async (transaction) => {
    for (const { id } of await readOwned(transaction, person.id)) await lockWorkspace(transaction, id);
    // Whoever gives the person a workspace now waits here, and then finds nobody.
    await sql`update person set name = name where id = ${person.id}`.execute(transaction);
    const workspaces = await readOwned(transaction, person.id);
    const orphans = workspaces.filter(({ others, otherAdministrators }) => others > 0 && otherAdministrators === 0);
    if (orphans.length > 0) throw stillNeeded(orphans);
    for (const { id, others } of workspaces) {
      if (others === 0) await closeWorkspace(transaction, id, at);
      else await leave(transaction, id, person.id, at);
    }
    await forgetTraces(transaction, person);
    await transaction.deleteFrom('person').where('id', '=', person.id).execute();
    return workspaces;
  });
  for (const { id } of left) forgetWorkspace(id);
  // Should this server die meanwhile, the hourly cleaning goes on.
  for (const { id, others } of left) if (others === 0) await removeWorkspace(id);
}

async function leave(db: Database, workspaceId: string, personId: string, now: Date): Promise<void> {
  await endMembership(db, { workspaceId, personId, now });
  const actor = { type: 'person' as const, id: personId };
  const target = { type: 'member' as const, id: personId };
  await writeAuditEntry(db, { workspaceId, action: 'member.removed', actor, target, now });
}

/** The workspaces of a person, always in the same order, so that two deletions do not wait for each other. */
async function readOwned(db: Database, personId: string): Promise<Owned[]> {
  const rows = await db
    .selectFrom('member as own')
    .innerJoin('workspace', 'workspace.id', 'own.workspace_id')
    .leftJoin('member as other', (join) =>
      join.onRef('other.workspace_id', '=', 'own.workspace_id').onRef('other.person_id', '<>', 'own.person_id'),
    )
    .select(({ fn }) => [
      'workspace.id',
      'workspace.name',
      'own.role',
      fn.count('other.person_id').as('others'),
      sql<number>`sum(case when other.role = 'administrator' then 1 else 0 end)`.as('administrators'),
    ])
    .where('own.person_id', '=', personId)
    .groupBy(['workspace.id', 'workspace.name', 'own.role'])
    .orderBy('workspace.id')
    .execute();
  return rows.map(({ id, name, role, others, administrators }) => ({
    id,
    name,
    others: Number(others),
    // Who is no administrator takes none away.
    otherAdministrators: role === 'administrator' ? Number(administrators) : Infinity,
  }));
}

function stillNeeded(workspaces: Owned[]): Refusal {
  const names = workspaces.map(({ name }) => `"${name ?? unnamed}"`).join(', ');
  return new Refusal('invalid_state', say('accounts.still-needed', { names }));
}
