import type { Database } from '../db/schema.ts';
import { insertRow } from '../records/record-table.ts';

/** A record as it is shown. */
export type Body = Record<string, unknown>;

/** The records that ought to be in a list, in the order of their making; `remove` takes some away and gives them. */
export interface LongList {
  (): Body[];
  remove(which: (record: Body) => boolean): Body[];
}

/** The youngest workspace. */
export async function workspaceOf(db: Database): Promise<string> {
  const { workspace_id } = await db
    .selectFrom('record')
    .select('workspace_id')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return workspace_id;
}

/** Fills the list of a company of its own, `com_long`, with so many invoices. */
export async function fill(db: Database, workspaceId: string, total: number): Promise<LongList> {
  const statuses = ['issued', 'waiting', 'error', 'canceled'];
  let records = Array.from(
    { length: total },
    (_, place): Body => ({
      id: `inv_${place}`,
      place,
      status: statuses[(place * 7) % 4],
      amount: `${((place * 7919) % 1200) + (place % 3)}.${place % 2 ? '50' : '00'}`,
      number: place % 5 === 0 ? null : place % 40,
      description: `Item ${place % 9}`,
    }),
  );
  await db.transaction().execute(async (transaction) => {
    const place = { workspaceId, api: 'notas' };
    await insertRow(transaction, { ...place, store: 'companies', parent: '' }, 'com_long', {
      body: { id: 'com_long' },
    });
    for (const record of records)
      await insertRow(
        transaction,
        { ...place, store: 'serviceinvoices', parent: 'companies/com_long' },
        String(record.id),
        { body: record },
      );
  });
  const remove = (which: (record: Body) => boolean) => {
    const gone = records.filter(which);
    records = records.filter((record) => !which(record));
    return gone;
  };
  return Object.assign(() => records, { remove });
}
