import { inTransaction } from '../../db/in-transaction.ts';
import type { Database, WebhookEndpointRow } from '../../db/schema.ts';
import type { Claimed } from './begin-attempts.ts';
import { type Egress, findAllowed, giveBack, spend, unconfirmedAddress, unconfirmedHost } from './pace.ts';
import type { Sent } from './send.ts';
import { endWaitsFor } from './wait.ts';

/** Of as many addresses of an endpoint is known that they have confirmed: names of large hosts lead to changing ones. */
const mostAddresses = 50;

/** Takes an attempt from those that an IP address gets which has not confirmed; returns whether one was left. */
export async function takeAttempt(db: Database, egress: Egress, address: string, real: Date): Promise<boolean> {
  const pace = egress.paceOfAddress(address);
  const now = real.getTime();
  return inTransaction(db, async (transaction) => {
    const { allowed } = await findAllowed(transaction, pace, now);
    if (allowed > 0) await spend(transaction, pace, 1, now);
    return allowed > 0;
  });
}

interface Result {
  claimed: Pick<Claimed, 'at' | 'sending' | 'isConfirmed'>;
  sent: Sent;
}

/** The results that confirm what the endpoint's row does not know yet: its current URL, or an IP address, answered 2xx. */
export function findConfirmations(endpoint: WebhookEndpointRow, results: Result[]): Result[] {
  const known = addressesOf(endpoint);
  return results.filter(
    ({ claimed: { sending }, sent }) =>
      !sent.error &&
      sending.url === endpoint.url &&
      (endpoint.confirmed_at === null || (sending.confirmed && !known.includes(sent.address as string))),
  );
}

/** Stores confirmations, under the endpoint's exclusive lock. */
export async function storeConfirmations(
  transaction: Database,
  endpoint: WebhookEndpointRow,
  confirmations: Result[],
): Promise<void> {
  const [first] = confirmations;
  if (!first) return;
  const outside = confirmations.flatMap(({ claimed, sent }) =>
    claimed.sending.confirmed ? [sent.address as string] : [],
  );
  const addresses = [...new Set([...outside, ...addressesOf(endpoint)])].slice(0, mostAddresses);
  await transaction
    .updateTable('webhook_endpoint')
    .set({
      confirmed_at: endpoint.confirmed_at ?? new Date(first.claimed.at + first.sent.durationMs).toISOString(),
      confirmed_addresses: JSON.stringify(addresses),
    })
    .where('id', '=', endpoint.id)
    .execute();
}

/** Attempts that were answered 2xx do not count: gives them back, and lets those try that wait for one. */
export async function giveBackConfirmed(transaction: Database, results: Result[]): Promise<void> {
  const paces = results.flatMap(({ claimed: { sending, isConfirmed }, sent }) => {
    if (sent.error || !sending.confirmed) return [];
    return [
      ...(isConfirmed ? [] : [unconfirmedHost(sending.url)]),
      ...(sending.confirmed.includes(sent.address as string) ? [] : [unconfirmedAddress(sent.address as string)]),
    ];
  });
  const byName = Map.groupBy(paces, ({ name }) => name);
  for (const [name, same] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1)))
    await giveBack(transaction, { ...(same[0] as (typeof same)[number]), name }, same.length);
  if (byName.size > 0) await endWaitsFor(transaction, [...byName.keys()]);
}

/** The IP addresses that are known to have confirmed. */
export function addressesOf({ confirmed_addresses }: WebhookEndpointRow): string[] {
  return confirmed_addresses === null ? [] : JSON.parse(confirmed_addresses);
}
