// The list that `lists.ts` measures.

import type { Database } from '../server/db/schema.ts';
import type { Place } from '../server/records/find-record.ts';
import { insertRow, insertRows } from '../server/records/record-table.ts';

/** Where the list is. */
export const place: Place = {
  workspaceId: 'wsp_bench',
  api: 'notas',
  store: 'serviceinvoices',
  parent: 'companies/com_1',
};

/** Writes the list one record at a time, 500 to a transaction, as separate callers would. */
export async function fill(db: Database, total: number): Promise<void> {
  const workspace = {
    id: place.workspaceId,
    kind: 'guest' as const,
    created_at: new Date(0).toISOString(),
    expires_at: null,
  };
  await db.insertInto('workspace').values(workspace).execute();
  for (let begin = 0; begin < total; begin += 500) {
    await db.transaction().execute(async (transaction) => {
      for (let index = begin; index < Math.min(begin + 500, total); index++) {
        await insertRow(transaction, place, `inv_${index}`, { body: invoice(index) });
      }
    });
  }
}

/** Writes the list 500 records to a statement, as seed data is written. */
export async function fillInSets(db: Database, total: number): Promise<void> {
  const { store, parent = '' } = place;
  for (let begin = 0; begin < total; begin += 500) {
    const rows = Array.from({ length: Math.min(500, total - begin) }, (_, index) => {
      return { store, parent, id: `inv_${begin + index}`, body: invoice(begin + index), changedAt: null };
    });
    await db.transaction().execute(async (transaction) => {
      await insertRows(transaction, place, rows);
    });
  }
}

/** An invoice of the list; dates, amounts and states vary with its number. */
export function invoice(index: number): Record<string, unknown> {
  const statuses = ['issued', 'issued', 'issued', 'waiting', 'processing', 'canceled', 'rejected'];
  const made = new Date(Date.UTC(2024, 0, 1) + index * 300_000).toISOString();
  return {
    id: `inv_${index}`,
    company_id: 'com_1',
    customer_id: `cus_${index % 500}`,
    status: statuses[(index * 31) % 7],
    number: index,
    service_code: '01.07',
    description: `Nota ${index}`,
    service_date: made.slice(0, 10),
    line_items: [{ description: 'Hora técnica', quantity: 10, unit_price: '150.00' }],
    amount: (((index * 7919) % 500_000) / 100).toFixed(2),
    deductions_amount: '0.00',
    taxes: [{ type: 'iss', rate: 2, amount: '30.00', withheld: false }],
    additional_information: 'Pagamento por Pix até o dia 10.',
    issued_at: made,
    created_at: made,
    updated_at: made,
  };
}
