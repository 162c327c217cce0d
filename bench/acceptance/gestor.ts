import assert from 'node:assert/strict';
import type { Caller, Got } from './caller.ts';
import { answered, headersOf } from './expect.ts';
import type { Chapter } from './row.ts';

const product = (codigo: string) => ({ codigo, nome: `Produto ${codigo}`, preco: 10 });

/** The ERP of a small business. */
export const gestor: Chapter = {
  title: 'Gestor',
  rows: [
    {
      says: 'The key as the value of apiKey; missing, malformed or refused: 403',
      see: async ({ gestor, send }) => {
        answered(200, await gestor('GET /clientes'));
        answered(403, await send('GET /sandbox/gestor/v1/clientes'));
        answered(403, await send('GET /sandbox/gestor/v1/clientes', { headers: { apiKey: 'x' } }));
        return '200 with it, 403 without and with another';
      },
    },
    {
      says: 'POST and PUT need application/json; charset=utf-8, otherwise 415',
      see: async ({ gestor }) => {
        const body = JSON.stringify(product('A-1'));
        answered(415, await gestor('POST /produtos', { body, headers: { 'content-type': 'application/json' } }));
        answered(415, await gestor('PUT /produtos/1', { body, headers: { 'content-type': 'text/plain' } }));
        answered(201, await gestor('POST /produtos', { body }));
        return '415 without the charset, 201 with it';
      },
    },
    {
      says: 'GET, PUT and DELETE answer 200, POST 201; 400 for invalid data; 404 for what is not there or was removed',
      see: async ({ gestor }) => {
        const { body } = answered(201, await gestor('POST /produtos', { body: product('A-2') }));
        const address = `/produtos/${body.id}`;
        answered(200, await gestor(`GET ${address}`));
        answered(200, await gestor(`PUT ${address}`, { body: product('A-2') }));
        answered(400, await gestor(`PUT ${address}`, { body: { nome: 'x' } }));
        answered(200, await gestor(`DELETE ${address}`));
        answered(404, await gestor(`GET ${address}`));
        return `product ${body.id}: 201, 200, 200, 400, 200, 404`;
      },
    },
    {
      says: 'limite (100) and pagina (1); 1,020 products make 11 pages of 100, with the x- headers',
      see: async (caller) => {
        await fill(caller, 1020);
        const last = answered(200, await caller.gestor('GET /produtos?pagina=11'));
        const names = ['x-limite', 'x-pagina', 'x-list-count', 'x-total-count', 'x-total-pages'];
        const values = headersOf(last, ...names);
        assert.deepEqual(values, ['100', '11', '20', '1020', '11']);
        assert.ok(Array.isArray(last.body), 'the body is a bare list');
        return names.map((name, index) => `${name} ${values[index]}`).join(', ');
      },
    },
    {
      says: 'alterado_apos keeps what changed after; walking by the last value loses and repeats nothing while others write',
      see: async (caller) => {
        const seen: number[] = [];
        let after = '';
        let writes = 0;
        for (;;) {
          const query = after ? `&alterado_apos=${encodeURIComponent(after)}` : '';
          const { body } = answered(200, await caller.gestor(`GET /produtos?limite=5${query}`));
          if (body.length === 0) break;
          seen.push(...body.map(({ id }: { id: number }) => id));
          after = body.at(-1).ultima_alteracao;
          if (writes++ < 3) answered(201, await caller.gestor('POST /produtos', { body: product(`W-${writes}`) }));
        }
        const { body: all } = await caller.gestor('GET /produtos');
        assert.deepEqual([...seen].sort(byNumber), all.map(({ id }: { id: number }) => id).sort(byNumber));
        return `${seen.length} products, each once, 3 of them written meanwhile`;
      },
    },
    {
      says: "The provider's own address: /clientes?alterado_apos=2022-08-03%2015:30:00",
      see: async ({ gestor }) => {
        const { body } = answered(200, await gestor('GET /clientes?alterado_apos=2022-08-03%2015:30:00'));
        return `200 with ${body.length} customers`;
      },
    },
    {
      says: 'A leaky bucket: 429 and x-rate-limit-retry-after-seconds; waiting exactly that long succeeds',
      see: async (caller) => {
        let refused: Got | undefined;
        while (!refused) {
          const got = await Promise.all(Array.from({ length: 60 }, () => caller.gestor('GET /produtos/1')));
          refused = got.find(({ status }) => status === 429);
        }
        const [wait] = headersOf(refused, 'x-rate-limit-retry-after-seconds');
        await caller.advance(Number(wait));
        answered(200, await caller.gestor('GET /produtos/1'));
        return `429, then 200 after ${wait} s`;
      },
    },
    {
      says: 'A guide explains HTTP to those who are new to it',
      see: async ({ send }) => {
        answered(200, await send('GET /guides/http'));
        answered(200, await send('GET /en/guides/http'));
        return '/guides/http and /en/guides/http are 200';
      },
    },
  ],
};

const byNumber = (a: number, b: number) => a - b;

/** Fills the list of products up to a number, within the rate limit. */
async function fill({ gestor, advance }: Caller, total: number): Promise<void> {
  const [count] = headersOf(await gestor('GET /produtos?limite=1'), 'x-total-count');
  for (let made = Number(count); made < total; ) {
    const some = Array.from({ length: Math.min(50, total - made) }, (_, index) => product(`F-${made + index}`));
    const got = await Promise.all(some.map((body) => gestor('POST /produtos', { body })));
    for (const each of got) answered(201, each);
    made += some.length;
    await advance(5);
  }
}
