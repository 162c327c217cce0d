import assert from 'node:assert/strict';
import { company, notas } from './notas.ts';
import type { TestDatabase } from './test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from './test-portal.ts';
import { temporaryFolder } from './test-specs.ts';

/** The invoices of the key's company, and one that it may issue. */
export const invoices = `${notas}/companies/${company}/serviceinvoices`;
export const invoice = {
  customer_id: 'cus_f5kznwj47tan9zt2',
  service_code: '01.07',
  description: 'Suporte',
  service_date: '2026-11-20',
  amount: '10.00',
};

const start = Date.parse('2026-11-20T12:00:00Z');
const env = { KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}` };
const now = () => new Date(start);

/** The time this many seconds after the start, at which real time stands still. */
export const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();

/** An event as the platform API shows it. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of every shape.
type ShownEvent = { id: string; type: string; api: string; created_at: string; record: object; payload: any };

/** A workspace whose clock a test may move, with requests for tests of its invoices. */
export interface IssuingWorkspace {
  key: string;
  call(request: string, body?: unknown): Promise<TestAnswer>;
  advance(seconds: number): Promise<void>;
  issue(description?: string): Promise<TestAnswer['body']>;
  read(id: string): Promise<TestAnswer['body']>;
  events(query?: string): Promise<ShownEvent[]>;
  /** The events in short: `document_waiting 5`, with the seconds since the start. */
  timeline(): Promise<string[]>;
}

/** A portal whose real time stands still. */
export function startIssuingPortal(database: TestDatabase): Promise<TestPortal> {
  return startTestPortal({ open: async () => database, now, env });
}

/** Another process on the same database; the caller closes only its `app`. */
export async function startBeside(database: TestDatabase): Promise<TestPortal> {
  const db = await database.reopen();
  const open = async () => ({ ...database, db, close: async () => {} });
  return startTestPortal({ open, now, env: { ...env, DATA_DIR: temporaryFolder() } });
}

export async function newIssuingWorkspace(portal: TestPortal): Promise<IssuingWorkspace> {
  const key = await portal.guest();
  const call = (request: string, body?: unknown) => portal.call(request, { key, body });
  const events = async (query = ''): Promise<ShownEvent[]> =>
    (await call(`GET /platform/v1/events?limit=100${query}`)).body.data;
  return {
    key,
    call,
    events,
    advance: async (seconds) => {
      const { status } = await call('PATCH /platform/v1/workspace/clock', { advance_seconds: seconds });
      assert.equal(status, 200);
    },
    issue: async (description = 'Suporte') => (await call(`POST ${invoices}`, { ...invoice, description })).body,
    read: async (id) => (await call(`GET ${invoices}/${id}`)).body,
    timeline: async () =>
      (await events()).map(({ type, created_at }) => `${type} ${(Date.parse(created_at) - start) / 1000}`),
  };
}
