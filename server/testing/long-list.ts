import type { Database } from '../db/schema.ts';
import { insertRow } from '../records/record-table.ts';

/** A record as shown. */
export type Body = Record<string, unknown>;

/** The records expected in a list, in the order of creation; `remove` removes some and returns them. */
export interface LongList {
  (): Body[];
  remove(which: (record: Body) => boolean): Body[];
}

/** The newest workspace. */
export async function workspaceOf(db: Database): Promise<string> {
  const { workspace_id } = await db
    .selectFrom('record')
    .select('workspace_id')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return workspace_id;
}

/** Fills the list of a new company, `com_long`, with a number of invoices. */
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
