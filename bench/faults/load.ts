import { setTimeout as wait } from 'node:timers/promises';
import { invoice, invoices } from '../../server/testing/issuing-workspaces.ts';
import { customer, customers } from '../../server/testing/notas.ts';
import type { Receiver } from '../../server/testing/receiver.ts';
import { basic } from '../targets.ts';
import { countStored } from './count-stored.ts';
import { type Written, write } from './writer.ts';

/** Writers of customers, and of invoices, each of which causes an event and a webhook. */
const WRITERS = [
  { path: customers, field: 'name', record: customer, count: 6 },
  { path: invoices, field: 'description', record: invoice, count: 2 },
];

/** In milliseconds, after the end of a fault. */
const patience = 60_000;

/** What became of the records of a load. */
export interface Outcome {
  acknowledged: number;
  lost: string[];
  doubled: string[];
  failed: string[];
  refused: Map<string, number>;
}

export interface Load {
  /** Waits until each writer has stored a record after this time; returns when the first and the last had, if all did. */
  goesOn(since: number): Promise<{ first: number; last: number } | undefined>;
  /** Lets all writers finish, and counts what is stored. */
  end(): Promise<Outcome>;
  /** The ids of acknowledged invoices of which no webhook has come, and of those with webhooks of different ids. */
  checkWebhooks(): { issued: number; missing: string[]; ambiguous: string[] };
}

/** Starts writers in a workspace of its own, whose webhooks go to a receiver. */
export async function startLoad(origin: () => string, receiver: Receiver): Promise<Load> {
  const post = (path: string, headers = {}, body?: unknown) =>
    fetch(origin() + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
  const guest = (await (await post('/platform/v1/guest_workspaces')).json()) as { api_key: { secret: string } };
  const { secret } = guest.api_key;
  const endpoint = { url: receiver.url, event_types: ['notas:document_processing'] };
  const made = await post('/platform/v1/webhook_endpoints', { authorization: `Bearer ${secret}` }, endpoint);
  if (made.status !== 201) throw new Error(`No webhook endpoint: ${await made.text()}`);

  let isOver = false;
  const headers = basic(secret);
  const writers = WRITERS.flatMap(({ path, field, record, count }) =>
    Array.from({ length: count }, (_, index) => {
      const written: Written = { acknowledged: new Map(), failed: [], refused: new Map() };
      const done = write(
        {
          url: () => origin() + path,
          headers,
          body: (name) => ({ ...record, [field]: name }),
          prefix: `Ana ${field} ${index}`,
          isOver: () => isOver,
        },
        written,
      );
      return { path, field, written, done };
    }),
  );
  const invoiceIds = () =>
    writers
      .filter(({ path }) => path === invoices)
      .flatMap(({ written }) => [...written.acknowledged.values()].map(({ id }) => id));

  return {
    async goesOn(since) {
      const firstOf = ({ written }: { written: Written }) =>
        [...written.acknowledged.values()].find(({ at }) => at > since)?.at;
      for (;;) {
        const times = writers.map(firstOf).filter((at) => at !== undefined);
        if (times.length === writers.length) return { first: Math.min(...times), last: Math.max(...times) };
        if (performance.now() - since > patience) return undefined;
        await wait(20);
      }
    },
    async end() {
      isOver = true;
      await Promise.all(writers.map(({ done }) => done));
      const outcome: Outcome = { acknowledged: 0, lost: [], doubled: [], failed: [], refused: new Map() };
      for (const { path, field } of WRITERS) {
        const stored = await countStored(origin() + path, headers, field);
        const mine = writers.filter((writer) => writer.path === path).map(({ written }) => written);
        const names = mine.flatMap(({ acknowledged }) => [...acknowledged.keys()]);
        outcome.acknowledged += names.length;
        outcome.lost.push(...names.filter((name) => !stored.has(name)));
        outcome.doubled.push(
          ...[...stored].flatMap(([name, count]) => (/^Ana \w+ \d/.test(name) && count > 1 ? [name] : [])),
        );
        outcome.failed.push(...mine.flatMap(({ failed }) => failed));
        for (const [what, count] of mine.flatMap(({ refused }) => [...refused]))
          outcome.refused.set(what, (outcome.refused.get(what) ?? 0) + count);
      }
      return outcome;
    },
    checkWebhooks() {
      const issued = invoiceIds();
      const idsOf = new Map<string, Set<string>>();
      for (const { headers, body } of receiver.received) {
        const record = recordOf(body);
        idsOf.set(record, (idsOf.get(record) ?? new Set()).add(String(headers['webhook-id'])));
      }
      return {
        issued: issued.length,
        missing: issued.filter((id) => !idsOf.has(id)),
        ambiguous: issued.filter((id) => (idsOf.get(id)?.size ?? 0) > 1),
      };
    },
  };
}

function recordOf(body: string): string {
  return (JSON.parse(body) as { event: { data: { document: { id: string } } } }).event.data.document.id;
}
