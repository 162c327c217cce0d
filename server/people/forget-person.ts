import type { Context } from '../context.ts';

/** Makes the end of a person's sessions and console keys effective at once, on every process, in all of their workspaces. */
export async function forgetPerson(
  { db, forgetWorkspace }: Pick<Context, 'db' | 'forgetWorkspace'>,
  personId: string,
): Promise<void> {
  const rows = await db.selectFrom('member').select('workspace_id').where('person_id', '=', personId).execute();
  for (const { workspace_id } of rows) forgetWorkspace(workspace_id);
}
