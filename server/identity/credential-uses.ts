import { sql } from 'kysely';
import { inTransaction } from '../db/in-transaction.ts';
import type { Database } from '../db/schema.ts';

/** A use of a key, or of a client's token. */
interface CredentialUse {
  credentialId: string;
  workspaceId: string;
  address: string | null;
  api: string | null;
}

/** Counts uses in memory and writes them periodically, so that no request waits for it. */
export interface UseCounter {
  count(use: CredentialUse): void;
  /** Writes the counts so far. */
  flush(): Promise<void>;
}

interface Counted extends CredentialUse {
  /** Days since 1970. */
  day: number;
  calls: number;
  at: number;
}

const day = 24 * 60 * 60 * 1000;
/** How many days are shown. */
const shownDays = 30;

export function createUseCounter(db: Database, now: () => Date, every = 5_000): UseCounter {
  let counted = new Map<string, Counted>();
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(async () => {
      const uses = [...counted.values()];
      counted = new Map();
      // Counts that cannot be written now are retried with the next use.
      if (uses.length > 0) await writeUses(db, uses).catch(() => uses.forEach(add));
    });
    return writing;
  };
  const add = (use: Counted) => {
    const key = `${use.credentialId} ${use.day}`;
    const known = counted.get(key);
    if (!known) counted.set(key, use);
    else if (known.at > use.at) known.calls += use.calls;
    else Object.assign(known, use, { calls: known.calls + use.calls });
  };
  return {
    count: (use) => {
      const at = now().getTime();
      add({ ...use, day: Math.floor(at / day), calls: 1, at });
      timer ??= setTimeout(flush, every).unref();
    },
    flush,
  };
}

/** Writes credentials in a fixed order, so that processes do not deadlock; uses of a deleted workspace are dropped. */
async function writeUses(db: Database, uses: Counted[]): Promise<void> {
  const sorted = uses.sort((a, b) => (a.credentialId < b.credentialId ? -1 : 1));
  await inTransaction(db, async (transaction) => {
    for (const { credentialId, workspaceId, calls, at, address, api } of sorted) {
      const time = new Date(at).toISOString();
      await sql`
        insert into credential_use (credential_id, day, workspace_id, calls, last_at, last_address, last_api)
        select ${sql.val(credentialId)}, ${sql.val(time.slice(0, 10))}, id, ${sql.lit(calls)}, ${sql.val(time)}, ${sql.val(address)}, ${sql.val(api)}
          from workspace where id = ${workspaceId}
        on conflict (credential_id, day) do update
          set calls = credential_use.calls + excluded.calls, last_at = excluded.last_at,
              last_address = excluded.last_address, last_api = excluded.last_api
      `.execute(transaction);
    }
  });
}

/** The use of a credential: calls on each of the last 30 days, oldest first, and the time of the last one. */
export interface Uses {
  days: { date: string; calls: number }[];
  last: { at: string; address: string | null; api: string | null } | null;
}

/** Reads the uses of several credentials at once. */
export async function readUses(db: Database, credentialIds: string[], now: Date): Promise<Map<string, Uses>> {
  const dates = Array.from({ length: shownDays }, (_, index) =>
    new Date(now.getTime() - (shownDays - 1 - index) * day).toISOString().slice(0, 10),
  );
  const rows =
    credentialIds.length === 0
      ? []
      : await db
          .selectFrom('credential_use as use')
          .selectAll()
          .where('credential_id', 'in', credentialIds)
          .where(({ eb, or, selectFrom }) =>
            or([
              eb('day', '>=', dates[0] as string),
              eb(
                'day',
                '=',
                selectFrom('credential_use as other')
                  .select(({ fn }) => fn.max('other.day').as('day'))
                  .whereRef('other.credential_id', '=', 'use.credential_id'),
              ),
            ]),
          )
          .orderBy('day')
          .execute();
  return new Map(
    credentialIds.map((id) => {
      const own = rows.filter(({ credential_id }) => credential_id === id);
      const calls = new Map(own.map((row) => [row.day, row.calls]));
      const last = own.at(-1);
      return [
        id,
        {
          days: dates.map((date) => ({ date, calls: calls.get(date) ?? 0 })),
          last: last ? { at: last.last_at, address: last.last_address, api: last.last_api } : null,
        },
      ];
    }),
  );
}
