import { setTimeout as wait } from 'node:timers/promises';
import { engineOf } from '../../db/engine.ts';
import { isDead } from '../../db/process-name.ts';
import type { Database } from '../../db/schema.ts';
import { giveBack, processOf } from './claim.ts';

export interface TakeOverOptions {
  db: Database;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** In milliseconds: between the first two checks, and between others. Each reads the queue of all endpoints. */
const soon = 2_000;
const later = 5_000;

/**
 * Makes deliveries due again that a process had claimed when it died, so that they need not wait until their claims expire: at the
 * start and, where there may be several servers, from then on until `ending`.
 */
export async function takeOverFromDead({ db, now, onError }: TakeOverOptions, ending: AbortSignal): Promise<void> {
  const hasOthers = engineOf(db).hasManyWriters;
  let suspects = new Set<string>();
  const check = async () => {
    const claims = await findClaims(db, now().getTime());
    const dead = new Set<string>();
    for (const name of new Set(claims.map(({ claim }) => processOf(claim)))) if (await isDead(db, name)) dead.add(name);
    for (const { endpoint_id, claim } of claims) {
      const name = processOf(claim);
      // On PostgreSQL, a process that connects again looks dead for a moment.
      if (dead.has(name) && (suspects.has(name) || !hasOthers)) await giveBack(db, endpoint_id, claim);
    }
    suspects = dead;
  };
  for (let pause = soon; !ending.aborted; pause = later) {
    await check().catch(onError);
    if (!hasOthers) return;
    await wait(pause, undefined, { signal: ending, ref: false }).catch(() => {});
  }
}

/** The claims that have not expired, each with its endpoint. */
async function findClaims(db: Database, real: number): Promise<{ endpoint_id: string; claim: string }[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['endpoint_id', 'claim'])
    .distinct()
    .where('due_at', 'is not', null)
    .where('leased_until', '>=', real)
    .execute();
  return rows.flatMap(({ endpoint_id, claim }) => (claim === null ? [] : [{ endpoint_id, claim }]));
}
