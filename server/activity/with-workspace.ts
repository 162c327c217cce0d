import type { Database } from '../db/schema.ts';

/** Rows in their order, without those of workspaces that are gone by now. */
export async function withWorkspace<Row extends { workspace_id: string }>(db: Database, rows: Row[]): Promise<Row[]> {
  const ids = [...new Set(rows.map(({ workspace_id }) => workspace_id))];
  if (ids.length === 0) return [];
  const known = await db.selectFrom('workspace').select('id').where('id', 'in', ids).execute();
  const exists = new Set(known.map(({ id }) => id));
  return rows.filter(({ workspace_id }) => exists.has(workspace_id));
}
