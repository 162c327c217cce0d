import assert from 'node:assert/strict';
import { type Caller, openCaller } from './caller.ts';
import { answered, headersOf, holds } from './expect.ts';
import type { Chapter } from './row.ts';

/** What all sandboxes have in common. */
export const common: Chapter = {
  title: 'All sandboxes',
  rows: [
    {
      says: 'One workspace per developer: what one creates, no other sees; each starts with the same seed data',
      see: async (caller) => {
        const other = await openCaller(caller.origin);
        const before = await other.notas('GET /customers?fields=id');
        const { body } = answered(
          201,
          await caller.notas('POST /customers', {
            body: { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@a.example' },
          }),
        );
        answered(404, await other.notas(`GET /customers/${body.id}`));
        assert.deepEqual((await other.notas('GET /customers?fields=id')).body, before.body);
        return `${body.id} is 404 elsewhere, where ${before.body.length} customers are as before`;
      },
    },
    {
      says: 'A workspace can be reset to the seed data',
      see: async (caller) => {
        answered(200, await caller.gestor('DELETE /produtos/1'));
        answered(404, await caller.gestor('GET /produtos/1'));
        const { status } = await caller.platform('POST /workspace/reset', { body: {} });
        assert.ok(status < 300, String(status));
        answered(200, await caller.gestor('GET /produtos/1'));
        return `reset is ${status}, and product 1 is back`;
      },
    },
    {
      says: 'Keys: exactly 64 characters, sk_test_ or sk_live_; a key of production is refused with an error that says so',
      see: async ({ key, send }) => {
        assert.match(key, /^sk_test_[0-9A-Za-z]{56}$/);
        const live = key.replace('sk_test_', 'sk_live_');
        const got = await send('GET /sandbox/crm/v2/usuarios', { headers: { authorization: `Bearer ${live}` } });
        answered(401, got);
        assert.equal(got.body.code, 'live_key');
        return `${key.slice(0, 8)}… has 64 characters; sk_live_ is 401 live_key`;
      },
    },
    {
      says: 'An unknown query parameter is refused by every API in its own form',
      see: async (caller) => {
        const got = await eachApi(caller, '?nmae=1');
        assert.deepEqual(got, ['notas 422', 'gestor 400', 'recebiveis 400', 'crm 422', 'platform 422']);
        return got.join(', ');
      },
    },
    {
      says: 'Charsets are taken in every spelling that the web takes',
      see: async ({ notas }) => {
        const body = JSON.stringify({ amount: '15.00' });
        for (const charset of ['utf-8', 'UTF8', '"UTF-8"', 'utf8'])
          answered(
            201,
            await notas('POST /charges', { body, headers: { 'content-type': `application/json; charset=${charset}` } }),
          );
        const headers = { 'content-type': 'application/json; charset=iso-8859-1' };
        answered(415, await notas('POST /charges', { body, headers }));
        return 'utf-8, UTF8, "UTF-8" and utf8 are 201; iso-8859-1 is 415';
      },
    },
    {
      says: 'Every response carries a request id, and texts are UTF-8',
      see: async (caller) => {
        const got = [await caller.notas('GET /company'), await caller.notas('GET /nothing')];
        for (const each of got) {
          const [id, type] = headersOf(each, 'x-request-id', 'content-type');
          holds({ 'req_…': /^req_\w+$/.test(id ?? ''), 'charset=UTF-8': /charset=utf-8/i.test(type ?? '') });
        }
        return got.map(({ status, headers }) => `${status} ${headers.get('x-request-id')}`).join(', ');
      },
    },
    {
      says: 'A sandbox talks to nothing outside: e-mail is kept in an outbox that the workspace can read',
      see: async ({ notas }) => {
        const invoice = '/companies/com_m9s346q3d25vt4f5/serviceinvoices/inv_s5aa819x9yp98106';
        const { body } = answered(200, await notas(`PUT ${invoice}/sendemail`));
        answered(200, await notas(`GET /outbox/${body.id}`));
        return `${body.id} to ${body.to} is in the outbox`;
      },
    },
  ],
};

async function eachApi(caller: Caller, query: string): Promise<string[]> {
  const requests = {
    notas: 'GET /customers',
    gestor: 'GET /clientes',
    recebiveis: 'GET /buyers',
    crm: 'GET /v2/usuarios',
    platform: 'GET /api_keys',
  } as const;
  const got: string[] = [];
  for (const [name, request] of Object.entries(requests))
    got.push(`${name} ${(await caller[name as keyof typeof requests](request + query)).status}`);
  return got;
}
