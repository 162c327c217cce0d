import { sql } from 'kysely';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';
import { networkOf } from '../../identity/network-of.ts';
import { hostOf } from '../guard/find-target.ts';
import type { LockedEndpoint } from './lock-endpoint.ts';

type ByKind = Record<'guest' | 'team', number>;

/** How fast workspaces of each kind send webhooks, and how fast all send to a host outside; 0 sets no pace. */
export interface EgressRates {
  perSecondAndHost: number;
  perMinute: ByKind;
  /** How many attempts a host gets at once before it has confirmed, by answering 2xx, that it wants webhooks. */
  unconfirmed: ByKind;
}

/** A pace that deliveries share: `burst` at once, then one each `interval` milliseconds. */
export interface Pace {
  name: string;
  burst: number;
  interval: number;
}

/** The paces of deliveries. */
export interface Egress {
  /** Those of an endpoint, always in the order in which claims lock them. */
  pacesOf(endpoint: LockedEndpoint): Pace[];
  /** Whether each IP address that the endpoint's URL leads to must confirm that it wants webhooks. */
  mustConfirm(endpoint: LockedEndpoint): boolean;
  /** The pace of an IP address that has not confirmed it. */
  paceOfAddress(address: string): Pace;
}

/** After the first attempts, a host that has not confirmed gets no more than an endpoint whose circuit is open: one in ten minutes. */
const unconfirmedInterval = 10 * 60_000;

/** Many hosts share an address, such as that of a CDN; and many names may point at one that knows nothing of it. */
const hostsPerAddress = 10;

export function createEgress(rates: EgressRates, isOutside: (url: string) => boolean): Egress {
  const { perSecondAndHost, perMinute, unconfirmed } = rates;
  const mostUnconfirmed = Math.max(unconfirmed.guest, unconfirmed.team);
  return {
    pacesOf: ({ workspace_id, workspace_kind, url, confirmed_at }) => {
      const paces = [paceOf(`workspace ${workspace_id}`, perMinute[workspace_kind], 60_000)];
      if (isOutside(url)) {
        paces.push(paceOf(`host ${hostName(url)}`, perSecondAndHost, 1000));
        if (confirmed_at === null) paces.push(unconfirmedHost(url, unconfirmed[workspace_kind]));
      }
      return paces.filter(({ burst }) => burst > 0);
    },
    mustConfirm: ({ url, workspace_kind }) => unconfirmed[workspace_kind] > 0 && isOutside(url),
    paceOfAddress: (address) => unconfirmedAddress(address, mostUnconfirmed * hostsPerAddress),
  };
}

/** The pace of a host while endpoints there have not confirmed, which all of them share. */
export function unconfirmedHost(url: string, burst = 0): Pace {
  return { name: `unconfirmed host ${hostName(url)}`, burst, interval: unconfirmedInterval };
}

/** The same of an IP address, or of a network where a machine has one. */
export function unconfirmedAddress(address: string, burst = 0): Pace {
  return { name: `unconfirmed ${networkOf(address)}`, burst, interval: unconfirmedInterval / hostsPerAddress };
}

function hostName(url: string): string {
  return hostOf(new URL(url)).replace(/\.$/, '');
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

const addTo = prepareQuery<{ name: string; now: number; time: number }>(
  (_db, { name, now, time }) => sql`
    update egress_pace set free_at = case when free_at < ${now} then ${now} else free_at end + ${time} where name = ${name}`,
);

/** How many deliveries a pace allows now (GCRA), and from when it allows the next; locks it. `now` is real time. */
export async function findAllowed(
  transaction: Database,
  { name, burst, interval }: Pace,
  now: number,
): Promise<{ allowed: number; nextAt: number }> {
  const [row] = await lockPace(transaction, { name, now });
  const free = Math.max(row?.free_at ?? now, now);
  // A thousandth of a delivery makes up for rounding.
  const allowed = Math.max(0, Math.floor(burst - (free - now) / interval + 0.001));
  return { allowed, nextAt: Math.max(now, free - (burst - 1) * interval) };
}

/** Takes a number of deliveries from a pace that the transaction has locked. */
export async function spend(
  transaction: Database,
  { name, interval }: Pace,
  count: number,
  now: number,
): Promise<void> {
  await addTo(transaction, { name, now, time: count * interval });
}

/** Gives deliveries back that a pace need not have counted. */
export async function giveBack(transaction: Database, { name, interval }: Pace, count: number): Promise<void> {
  await transaction
    .updateTable('egress_pace')
    .set(({ eb }) => ({ free_at: eb('free_at', '-', count * interval) }))
    .where('name', '=', name)
    .execute();
}

/** How many deliveries count towards a workspace's pace now. */
export async function findSent(db: Database, workspaceId: string, perMinute: number, now: Date): Promise<number> {
  const { name, interval } = paceOf(`workspace ${workspaceId}`, perMinute, 60_000);
  const row = await db.selectFrom('egress_pace').select('free_at').where('name', '=', name).executeTakeFirst();
  return Math.max(0, Math.ceil(((row?.free_at ?? 0) - now.getTime()) / interval - 0.001));
}

/** Deletes paces that allow everything again, and waits that ended; `now` is real time. */
export async function removePastPaces(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('egress_pace').where('free_at', '<=', now.getTime()).execute();
  await db
    .deleteFrom('egress_wait')
    .where('until', '<', now.getTime() - 60_000)
    .execute();
}
