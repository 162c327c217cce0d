import assert from 'node:assert/strict';
import { answered, headersOf } from './expect.ts';
import type { Chapter } from './row.ts';

const invoices = '/companies/com_m9s346q3d25vt4f5/serviceinvoices';

/** Service invoices: how requests and responses look. */
export const notasProtocol: Chapter = {
  title: 'Notas, on the wire',
  rows: [
    {
      says: 'HTTP Basic, the key as user name, any password; 401 with WWW-Authenticate: Basic otherwise',
      see: async ({ key, send }) => {
        for (const password of ['x', '', 'anything']) {
          const headers = { authorization: `Basic ${btoa(`${key}:${password}`)}` };
          answered(200, await send('GET /sandbox/notas/v1/company', { headers }));
        }
        const [challenge] = headersOf(answered(401, await send('GET /sandbox/notas/v1/company')), 'www-authenticate');
        assert.match(challenge ?? '', /^Basic /);
        return `200 with three passwords, else 401 with ${challenge}`;
      },
    },
    {
      says: 'page and per_page with Current-Page, Total-Pages, Per-Page, X-Total-Count and Link; offset and limit too',
      see: async ({ notas }) => {
        const got = answered(200, await notas('GET /customers?page=2&per_page=2'));
        const values = headersOf(got, 'current-page', 'total-pages', 'per-page', 'x-total-count', 'link');
        assert.match(values[4] ?? '', /rel="first".*rel="prev".*rel="next".*rel="last"|rel="first"/);
        const other = answered(200, await notas('GET /customers?offset=2&limit=2'));
        assert.deepEqual(other.body, got.body);
        return `page ${values[0]} of ${values[1]}, ${values[3]} in all; offset=2 is the same page`;
      },
    },
    {
      says: 'GET /products pages by cursorMark (* first), with nextCursorMark, total, totalPages, queryTime, …, products',
      see: async ({ notas }) => {
        const { body } = answered(200, await notas('GET /products?cursorMark=*&limit=2'));
        const names = 'nextCursorMark, total, totalPages, queryTime, totalTime, partial, canonicalUrl, products'.split(
          ', ',
        );
        for (const name of names) assert.ok(name in body, name);
        const next = answered(200, await notas(`GET /products?limit=2&cursorMark=${body.nextCursorMark}`));
        assert.notDeepEqual(next.body.products, body.products);
        return `${Object.keys(body).join(', ')}`;
      },
    },
    {
      says: 'Any field filters (city=SP), comparisons in the name (amount>=100), sort=-created_at,+name, fields=id,name',
      see: async ({ notas }) => {
        const santos = answered(200, await notas('GET /customers?city=Santos&fields=id,name'));
        assert.deepEqual(Object.keys(santos.body[0]), ['id', 'name']);
        const dear = answered(200, await notas(`GET ${invoices}?amount>=1000&amount<=5000&fields=amount`));
        assert.ok(dear.body.every(({ amount }: { amount: string }) => Number(amount) >= 1000));
        const sorted = answered(200, await notas('GET /customers?sort=-created_at,+name&fields=created_at'));
        const times = sorted.body.map(({ created_at }: { created_at: string }) => created_at);
        assert.deepEqual(times, [...times].sort().reverse());
        return `${santos.body.length} in Santos; ${dear.body.length} from 1000 to 5000; ${times.length} sorted`;
      },
    },
    {
      says: 'Idempotency-Key: the first answer again, marked; another body 422',
      see: async ({ notas }) => {
        const headers = { 'idempotency-key': 'order-1' };
        const first = answered(201, await notas('POST /charges', { body: { amount: '15.00' }, headers }));
        const again = answered(201, await notas('POST /charges', { body: { amount: '15.00' }, headers }));
        assert.deepEqual([again.body, headersOf(again, 'idempotent-replayed')], [first.body, ['true']]);
        answered(422, await notas('POST /charges', { body: { amount: '16.00' }, headers }));
        return `${first.body.id} twice, the second Idempotent-Replayed; another body is 422`;
      },
    },
    {
      says: 'Errors: one entry per invalid field, with userMessage, internalMessage, code and moreInfo (a page here)',
      see: async ({ notas, origin, send }) => {
        const { body } = answered(422, await notas('POST /customers', { body: { type: 'individual', name: 'A' } }));
        const [first] = body.errors;
        assert.deepEqual(Object.keys(first), ['userMessage', 'internalMessage', 'code', 'moreInfo']);
        const page = new URL(first.moreInfo);
        if (page.origin === origin) answered(200, await send(`GET ${page.pathname}`));
        return `${body.errors.length} errors: ${body.errors.map(({ code }: { code: string }) => code).join(', ')}`;
      },
    },
    {
      says: 'Statuses: 400 for JSON syntax, 404, 415 for an unknown type, 406 for nothing acceptable',
      see: async ({ notas }) => {
        answered(400, await notas('POST /charges', { body: '{', headers: { 'content-type': 'application/json' } }));
        answered(404, await notas('GET /customers/cus_none'));
        answered(415, await notas('POST /charges', { body: 'x', headers: { 'content-type': 'text/plain' } }));
        answered(406, await notas('GET /company', { headers: { accept: 'image/png' } }));
        return '400, 404, 415, 406';
      },
    },
    {
      says: 'Bodies in JSON, form and XML; JSON, XML and PDF out',
      see: async ({ notas }) => {
        const form = { 'content-type': 'application/x-www-form-urlencoded' };
        answered(
          201,
          await notas('POST /charges', { body: 'amount=15.00&description=Formul%C3%A1rio', headers: form }),
        );
        const xml = { 'content-type': 'application/xml', accept: 'application/xml' };
        const got = answered(
          201,
          await notas('POST /charges', { body: '<charge><amount>16.00</amount></charge>', headers: xml }),
        );
        assert.match(String(got.body), /<charge[ >].*<amount>16\.00</s);
        answered(200, await notas(`GET ${invoices}/inv_s5aa819x9yp98106`, { headers: { accept: 'application/pdf' } }));
        return 'a form, an XML and a PDF';
      },
    },
    {
      says: '120 requests a minute, every one counts; Rate-Limit-* on each; past it 429 and Retry-After',
      see: async (caller) => {
        const first = answered(200, await caller.notas('GET /company'));
        const [limit, left, reset] = headersOf(first, 'rate-limit-limit', 'rate-limit-remaining', 'rate-limit-reset');
        const others = await Promise.all(Array.from({ length: 120 }, () => caller.notas('GET /nothing')));
        const refused = others.filter(({ status }) => status === 429);
        const [wait] = headersOf(refused[0] ?? first, 'retry-after');
        assert.deepEqual([limit, left, refused.length], ['120', '119', 1]);
        await caller.advance(Number(wait));
        answered(200, await caller.notas('GET /company'));
        return `${limit}, ${left} left, reset ${reset}; the 121st is 429, and 200 after ${wait} s`;
      },
    },
    {
      says: 'ETag and 304 on GET; reference data has a long max-age',
      see: async ({ notas }) => {
        const [tag] = headersOf(await notas('GET /company'), 'etag');
        answered(304, await notas('GET /company', { headers: { 'if-none-match': tag ?? '' } }));
        const [control] = headersOf(await notas('GET /cities'), 'cache-control');
        assert.match(control ?? '', /max-age=604800/);
        return `304 with ${tag}; cities: ${control}`;
      },
    },
  ],
};
