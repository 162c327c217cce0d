import { sql } from 'kysely';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';
import { hostOf } from '../guard/find-target.ts';
import type { LockedEndpoint } from './lock-endpoint.ts';

/** How many deliveries are sent to a host outside, and by a workspace of each kind; 0 sets no pace. */
export interface EgressRates {
  perSecondAndHost: number;
  perMinute: Record<'guest' | 'team', number>;
}

/** A pace that deliveries share: `burst` at once, then one each `interval` milliseconds. */
interface Pace {
  name: string;
  burst: number;
  interval: number;
}

export type FindPaces = (endpoint: LockedEndpoint) => Pace[];

/** The paces of an endpoint's deliveries, always in the order in which claims lock them. */
export function createPaces(rates: EgressRates, isOutside: (url: string) => boolean): FindPaces {
  return ({ workspace_id, workspace_kind, url }) => {
    const host = hostOf(new URL(url)).replace(/\.$/, '');
    const perHost = isOutside(url) ? rates.perSecondAndHost : 0;
    const paces = [
      paceOf(`workspace ${workspace_id}`, rates.perMinute[workspace_kind], 60_000),
      paceOf(`host ${host}`, perHost, 1000),
    ];
    return paces.filter(({ burst }) => burst > 0);
  };
}

function paceOf(name: string, rate: number, period: number): Pace {
  return { name, burst: rate, interval: period / rate };
}

// A write that changes nothing locks the row until the claim ends, over all servers.
const lockPace = prepareQuery<{ name: string; now: number }, { free_at: number }>(
  (_db, { name, now }) => sql`
    insert into egress_pace as known (name, free_at) values (${name}, ${now})
    on conflict (name) do update set free_at = known.free_at returning free_at`,
);

const setFree = prepareQuery<{ name: string; freeAt: number }>(
  (_db, { name, freeAt }) => sql`update egress_pace set free_at = ${freeAt} where name = ${name}`,
);

/** How many deliveries all paces allow now (GCRA), and from when each counts the next; locks them. `real` is real time. */
export async function findAllowance(
  transaction: Database,
  paces: Pace[],
  real: Date,
): Promise<{ allowed: number; freeAt: number[] }> {
  const now = real.getTime();
  const freeAt: number[] = [];
  let allowed = Number.POSITIVE_INFINITY;
  for (const { name, burst, interval } of paces) {
    const [row] = await lockPace(transaction, { name, now });
    const free = Math.max(row?.free_at ?? now, now);
    freeAt.push(free);
    // A thousandth of a delivery makes up for rounding.
    const spent = (free - now) / interval;
    allowed = Math.min(allowed, Math.max(0, Math.floor(burst - spent + 0.001)));
  }
  return { allowed, freeAt };
}

/** Takes a number of deliveries from the paces that `findAllowance` has locked. */
export async function spend(transaction: Database, paces: Pace[], freeAt: number[], count: number): Promise<void> {
  for (const [index, { name, interval }] of paces.entries())
    await setFree(transaction, { name, freeAt: (freeAt[index] as number) + count * interval });
}

/** Deletes paces that allow everything again; `now` is real time. */
export async function removePastPaces(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('egress_pace').where('free_at', '<=', now.getTime()).execute();
}
