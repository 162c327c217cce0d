import { sql } from 'kysely';
import { engineOf } from '../../db/engine.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database, WebhookEndpointRow } from '../../db/schema.ts';

/** An endpoint with what its workspace's clock is ahead by. */
export type Held = WebhookEndpointRow & { clock_offset: number };

const clockOffset = sql`(select clock_offset from workspace where workspace.id = workspace_id) as clock_offset`;

// A write that changes nothing keeps others away, and comes first: SQLite would refuse one that follows reads which another process has outdated.
const alone = prepareQuery<{ id: string }, Held>(
  (_db, { id }) => sql`update webhook_endpoint set url = url where id = ${id} returning *, ${clockOffset}`,
);
const beside = prepareQuery<{ id: string }, Held>(
  (_db, { id }) => sql`select *, ${clockOffset} from webhook_endpoint where id = ${id} for share of webhook_endpoint`,
);

/** Given by what cannot go on beside others, before it has written anything. */
export const wantsToBeAlone = Symbol('wants to be alone');

/**
 * Does something in a transaction while nobody else changes an endpoint. Where a database has many writers, others may stand beside it, so that processes share
 * the work of one endpoint; what has to change the endpoint itself is then run again, alone.
 */
export async function holdEndpoint<T>(
  db: Database,
  endpointId: string,
  run: (transaction: Database, endpoint: Held | undefined, isAlone: boolean) => Promise<T | typeof wantsToBeAlone>,
): Promise<T> {
  for (const isAlone of engineOf(db).hasManyWriters ? [false, true] : [true]) {
    const result = await inTransaction(db, async (transaction) => {
      const [endpoint] = await (isAlone ? alone : beside)(transaction, { id: endpointId });
      return run(transaction, endpoint, isAlone);
    });
    if (result !== wantsToBeAlone) return result;
  }
  throw new Error(`Whoever is alone with ${endpointId} cannot want more.`);
}
