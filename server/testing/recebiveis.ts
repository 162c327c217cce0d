import type { OpenTestDatabase } from './test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from './test-portal.ts';

export const base = '/sandbox/recebiveis/v2';
export const sponsor = '/sponsors/123';
export const buyer = '/buyers/123';
export const available = 'pay_4t8w2k6v9n3q7x5c';

/** A payable that any sponsor may publish, with its own number. */
export const payable = (externalId: string, fields: object = {}) => ({
  externalId,
  invoiceNumber: '30977',
  supplierGovernmentId: '24212752000184',
  supplierName: 'Fornecedor Azul Embalagens Ltda',
  paymentDate: '2027-02-15',
  amount: '18450.00',
  ...fields,
});

/** A caller of Recebíveis with a new workspace; `follow` follows a link as it was received. */
export interface MarketCaller {
  key: string;
  call(request: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  search(path: string, search: string, query?: string): Promise<TestAnswer>;
  follow(link: { href: string; type: string }, body?: unknown): Promise<TestAnswer>;
  advance(seconds: number): Promise<void>;
  events(): Promise<{ type: string; payload: Record<string, unknown> }[]>;
}

export function startMarket(open: OpenTestDatabase, now = () => new Date('2026-11-20T15:00:00Z')): Promise<TestPortal> {
  return startTestPortal({ open, now, env: { PUBLIC_URL: 'https://portal.example' } });
}

export async function newCaller(portal: TestPortal): Promise<MarketCaller> {
  const key = await portal.guest();
  const send = (request: string, body?: unknown, headers?: Record<string, string>) =>
    portal.call(request, { key, body, ...(headers && { headers }) });
  const call: MarketCaller['call'] = (request, body, headers) => send(request.replace(' ', ` ${base}`), body, headers);
  return {
    key,
    call,
    search: (path, search, query = '') => call(`GET ${path}?search=${encodeURIComponent(search)}${query}`),
    follow: ({ href, type }, body) => send(`${type} ${new URL(href).pathname}`, body),
    advance: async (seconds) => {
      const { status } = await send('PATCH /platform/v1/workspace/clock', { advance_seconds: seconds });
      if (status !== 200) throw new Error(`The clock was not moved: ${status}`);
    },
    events: async () => (await send('GET /platform/v1/events?limit=100&api=recebiveis')).body.data,
  };
}
