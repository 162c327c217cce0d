import { type ExpressionBuilder, sql } from 'kysely';
import type { Database, Tables } from '../db/schema.ts';
import type { Place } from './record-store.ts';

/** Removes what is kept below a record that goes away, however deep, with the unique values that it held; other stores are spared. */
export async function deleteRecordsBelow(
  db: Database,
  { workspaceId, api }: Place,
  parent: string,
  spared: string[],
): Promise<void> {
  const prefix = `${parent}/`;
  const below = ({ and, or, eb, ref }: ExpressionBuilder<Tables, 'record'>) =>
    and([
      eb('record.workspace_id', '=', workspaceId),
      eb('record.api', '=', api),
      ...(spared.length > 0 ? [eb('record.store', 'not in', spared)] : []),
      or([
        eb('parent', '=', parent),
        eb(sql`substr(${ref('parent')}, 1, ${sql.lit([...prefix].length)})`, '=', prefix),
      ]),
    ]);
  await db
    .deleteFrom('unique_value')
    .where('workspace_id', '=', workspaceId)
    .where('api', '=', api)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('record')
          .select('record.seq')
          .where(below as never)
          .whereRef('record.store', '=', 'unique_value.store')
          .whereRef('record.id', '=', 'unique_value.record_id'),
      ),
    )
    .execute();
  await db.deleteFrom('record').where(below).execute();
}
