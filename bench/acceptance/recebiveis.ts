import assert from 'node:assert/strict';
import type { Caller, Got } from './caller.ts';
import { answered, holds } from './expect.ts';
import type { Chapter } from './row.ts';

const signature = '/buyers/123/signatures/0zkvnbfZsE';
const payables = '/sponsors/123/payables';
const available = 'pay_4t8w2k6v9n3q7x5c';
const payable = {
  externalId: 'PED-9001',
  invoiceNumber: '31200',
  supplierGovernmentId: '24212752000184',
  supplierName: 'Fornecedor Azul Embalagens Ltda',
  paymentDate: '2027-03-01',
  amount: '27500.00',
};

/** The marketplace of receivables: payables, purchases and signatures. */
export const recebiveis: Chapter = {
  title: 'Recebíveis',
  rows: [
    {
      says: "The provider's addresses work as pasted",
      see: async ({ recebiveis }) => {
        const addresses = [
          `${payables}?page=0&size=20`,
          signature,
          '/buyers/123/signatures?status=UNAPPROVED&page=0&size=20',
          `${signature}/documents?type=ASSIGNMENT_TERM`,
        ];
        for (const address of addresses) answered(200, await recebiveis(`GET ${address}`));
        return addresses.join(', ');
      },
    },
    {
      says: 'Bearer: 401 without, 403 without access to that sponsor or buyer',
      see: async ({ recebiveis, send }) => {
        answered(401, await send('GET /sandbox/recebiveis/v2/sponsors'));
        answered(403, await recebiveis('GET /sponsors/spn_6y4t8w2q9n5k3v7j'));
        answered(403, await recebiveis('GET /buyers/buy_9n3k7c5x2v8q4w6t/signatures'));
        return '401, 403, 403';
      },
    },
    {
      says: 'An access token of the platform works like a key',
      see: async ({ platform, send }) => {
        const client = answered(
          201,
          await platform('POST /oauth_clients', { body: { name: 'ERP', scopes: ['recebiveis:read'] } }),
        ).body;
        const headers = {
          authorization: `Basic ${btoa(`${client.client_id ?? client.id}:${client.secret ?? client.client_secret}`)}`,
          'content-type': 'application/x-www-form-urlencoded',
        };
        const token = answered(
          200,
          await send('POST /oauth/token', { body: 'grant_type=client_credentials', headers }),
        );
        const bearer = { authorization: `Bearer ${token.body.access_token}` };
        answered(200, await send('GET /sandbox/recebiveis/v2/sponsors', { headers: bearer }));
        const refused = await send(`POST /sandbox/recebiveis/v2${payables}`, { headers: bearer, body: payable });
        answered(403, refused);
        return `a token with recebiveis:read reads, and is 403 to write`;
      },
    },
    {
      says: 'A payable: 202 with a process link that reports the status until done; REJECT fails',
      see: async (caller) => {
        const made = answered(202, await caller.recebiveis(`POST ${payables}`, { body: payable })).body;
        const bad = { ...payable, externalId: 'PED-9002', invoiceNumber: 'REJECT-1' };
        const rejected = answered(202, await caller.recebiveis(`POST ${payables}`, { body: bad })).body;
        const going = (await follow(caller, made._links.process)).body.status;
        await caller.advance(5);
        const ends = [made, rejected].map(async (each) => (await follow(caller, each._links.process)).body.status);
        const [done, failed] = await Promise.all(ends);
        assert.deepEqual([going, done, failed], ['PROCESSING', 'DONE', 'FAILED']);
        return `${going}, then ${done}; with REJECT ${failed}`;
      },
    },
    {
      says: 'DELETE removes a payable that nobody has bought (204); a bought one is 412; the same externalId is 409',
      see: async ({ recebiveis }) => {
        answered(409, await recebiveis(`POST ${payables}`, { body: { ...payable, externalId: 'PED-7781' } }));
        answered(204, await recebiveis(`DELETE ${payables}/${available}`));
        answered(404, await recebiveis(`GET ${payables}/${available}`));
        answered(412, await recebiveis(`DELETE ${payables}/pay_2c6x8k4n9w3t5q7v`));
        return '409, 204, 404, 412';
      },
    },
    {
      says: 'approve and unapprove are POST; an approved signature offers unapprove alone; what is not offered is 412',
      see: async (caller) => {
        const { recebiveis } = caller;
        const offers = async () =>
          Object.keys((await recebiveis(`GET ${signature}`)).body._links).filter((name) => name.includes('approve'));
        const before = await offers();
        answered(204, await recebiveis(`POST ${signature}/approve`));
        const after = await offers();
        answered(412, await recebiveis(`POST ${signature}/approve`));
        answered(204, await recebiveis(`POST ${signature}/unapprove`));
        assert.deepEqual([before, after], [['approve'], ['unapprove']]);
        return `${before}, then ${after}; approved twice is 412`;
      },
    },
    {
      says: 'Links have href and type, and templated: true where a template',
      see: async ({ recebiveis }) => {
        const { _links } = answered(200, await recebiveis(`GET ${payables}/${available}`)).body;
        holds({
          method: Object.values(_links as Record<string, { type: string }>).every(({ type }) => /^[A-Z]+$/.test(type)),
          templated: _links.purchase.templated === true && _links.purchase.href.includes('{buyerId}'),
        });
        const { documents } = (await recebiveis(`GET ${signature}`)).body._links;
        assert.match(documents.href, /documents\{\?type/);
        return Object.entries(_links as Record<string, { type: string }>)
          .map(([name, { type }]) => `${name} ${type}`)
          .join(', ');
      },
    },
    {
      says: 'A purchase: 201, once; then 412; it makes a signature to approve, with its documents',
      see: async ({ recebiveis }) => {
        const body = { payableId: available, monthlyRate: '1.85' };
        const bought = answered(201, await recebiveis('POST /buyers/123/purchases', { body })).body;
        answered(412, await recebiveis('POST /buyers/123/purchases', { body }));
        const found = await recebiveis(`GET /buyers/123/signatures?search=purchaseId:${bought.id}`);
        const [made] = found.body._embedded.signatures;
        const { _embedded } = (await recebiveis(`GET /buyers/123/signatures/${made.id}/documents`)).body;
        const types = _embedded.documents.map(({ type }: { type: string }) => type);
        return `${bought.price} for ${bought.amount}; ${made.status}, with ${types.join(' and ')}`;
      },
    },
  ],
};

function follow({ send, key }: Caller, { href, type }: { href: string; type: string }): Promise<Got> {
  const { pathname, search } = new URL(href);
  return send(`${type} ${pathname}${search}`, { headers: { authorization: `Bearer ${key}` } });
}
