import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Caller } from './caller.ts';
import { answered, headersOf, holds } from './expect.ts';
import type { Chapter } from './row.ts';

const company = 'com_m9s346q3d25vt4f5';
const invoices = `/companies/${company}/serviceinvoices`;
const issued = `${invoices}/inv_s5aa819x9yp98106`;
const invoice = {
  customer_id: 'cus_f5kznwj47tan9zt2',
  service_code: '01.07',
  description: 'Suporte',
  service_date: '2026-11-20',
  amount: '640.00',
};
const person = { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@a.example' };

/** Service invoices. */
export const notas: Chapter = {
  title: 'Notas',
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
      says: 'GET /company is the company of the key',
      see: async ({ notas }) => {
        const { body } = answered(200, await notas('GET /company'));
        assert.equal(body.id, company);
        return `${body.id}, ${body.name}`;
      },
    },
    {
      says: 'DELETE deactivates a company: readable, inactive, issues nothing (409) until activated; a CNPJ is unique',
      see: async ({ notas }) => {
        const own = (await notas(`GET /companies/${company}`)).body;
        answered(409, await notas('POST /companies', { body: own }));
        answered(204, await notas(`DELETE /companies/${company}`));
        assert.equal((await notas(`GET /companies/${company}`)).body.status, 'inactive');
        answered(409, await notas(`POST ${invoices}`, { body: invoice }));
        answered(200, await notas(`POST /companies/${company}/activate`));
        answered(201, await notas(`POST ${invoices}`, { body: invoice }));
        return 'the same CNPJ is 409; inactive is 409, active again is 201';
      },
    },
    {
      says: 'external_id is unique and found with ?external_id=, on customers, invoices and charges',
      see: async ({ notas }) => {
        const lists: [string, object][] = [
          ['/customers', person],
          [invoices, invoice],
          ['/charges', { amount: '15.00' }],
        ];
        for (const [list, body] of lists) {
          const made = answered(201, await notas(`POST ${list}`, { body: { ...body, external_id: 'X-1' } }));
          answered(409, await notas(`POST ${list}`, { body: { ...body, external_id: 'X-1' } }));
          const found = answered(200, await notas(`GET ${list}?external_id=X-1`));
          assert.deepEqual(
            found.body.map(({ id }: { id: string }) => id),
            [made.body.id],
          );
        }
        return 'three lists: 201, 409, and one found';
      },
    },
    {
      says: 'PDF, XML and e-mail only once the invoice is issued, and linked only then',
      see: async (caller) => {
        const { notas } = caller;
        const made = answered(201, await notas(`POST ${invoices}`, { body: invoice })).body;
        const address = `${invoices}/${made.id}`;
        for (const request of [`GET ${address}/pdf`, `GET ${address}/xml`, `PUT ${address}/sendemail`])
          answered(409, await notas(request));
        await caller.advance(15);
        const { body } = await notas(`GET ${address}`);
        const relations = body.links.map(({ rel }: { rel: string }) => rel);
        holds({ pdf: relations.includes('pdf'), 'no pdf before': !JSON.stringify(made.links).includes('pdf') });
        const pdf = answered(200, await notas(`GET ${address}/pdf`));
        const xml = answered(200, await notas(`GET ${address}`, { headers: { accept: 'application/xml' } }));
        holds({ 'a PDF': String(pdf.body).startsWith('%PDF-'), XML: String(xml.body).startsWith('<?xml') });
        return `409 before; then ${relations.join(', ')}`;
      },
    },
    {
      says: 'Charges: authorise, then capture (an event too); a second capture and an amount of 0 are refused',
      see: async (caller) => {
        const { notas } = caller;
        const { body } = answered(201, await notas('POST /charges', { body: { amount: '10.00' } }));
        answered(200, await notas(`POST /charges/${body.id}/capture`));
        answered(409, await notas(`POST /charges/${body.id}/capture`));
        answered(422, await notas('POST /charges', { body: { amount: '0.00' } }));
        const types = (await caller.events('notas')).map(({ type }) => type);
        assert.ok(types.includes('charge_captured'), types.join());
        return `${body.id}: 201, 200, 409; 0.00 is 422; events ${types.join(', ')}`;
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
        answered(200, await notas(`GET ${issued}`, { headers: { accept: 'application/pdf' } }));
        return 'a form, an XML and a PDF';
      },
    },
    {
      says: 'Dates YYYY-MM-DD or YYYY-MM-DDThh:mm, in filters and in bodies',
      see: async ({ notas }) => {
        const body = { ...invoice, service_date: '2024-02-29T14:30' };
        const made = answered(201, await notas(`POST ${invoices}`, { body }));
        for (const filter of ['service_date=2024-02-29', 'service_date<=2024-02-29T14:30']) {
          const found = answered(200, await notas(`GET ${invoices}?${filter}&sort=service_date&per_page=1`));
          assert.equal(found.body[0].id, made.body.id);
        }
        answered(422, await notas(`POST ${invoices}`, { body: { ...invoice, service_date: '2026-02-30' } }));
        return 'with and without the time; 2026-02-30 is 422';
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
    {
      says: "processing, waiting, issued on the workspace's clock; REJECT and ERROR by the description; each step its events",
      see: async (caller) => {
        const ends: Record<string, string> = {};
        for (const description of ['Suporte', 'REJECT Suporte', 'ERROR Suporte']) {
          const { body } = answered(201, await caller.notas(`POST ${invoices}`, { body: { ...invoice, description } }));
          ends[body.id] = description;
        }
        await caller.advance(15);
        const statuses = await Promise.all(
          Object.keys(ends).map(async (id) => (await caller.notas(`GET ${invoices}/${id}`)).body.status),
        );
        assert.deepEqual(statuses, ['issued', 'rejected', 'error']);
        const types = new Set((await caller.events('notas')).map(({ type }) => type));
        const wanted = ['processing', 'waiting', 'success', 'rejected', 'error'].flatMap((state) => [
          `document_${state}`,
          `operation_${state}`,
        ]);
        for (const type of [...wanted, 'asset_available']) assert.ok(types.has(type), type);
        return `${statuses.join(', ')}; ${types.size} types of events`;
      },
    },
    {
      says: 'Events carry document, operation or asset (kind, address, size, digest)',
      see: async (caller) => {
        answered(201, await caller.notas(`POST ${invoices}`, { body: invoice }));
        await caller.advance(15);
        const events = (await caller.events('notas')) as { type: string; payload: { event: { data: object } } }[];
        for (const { type, payload } of events)
          assert.deepEqual(Object.keys(payload.event.data), [type.split('_')[0]], type);
        return checkAssets(caller, events);
      },
    },
    {
      says: 'CNPJ (alphanumeric too) and CPF check digits are validated, CEP by its format',
      see: async ({ notas }) => {
        const send = (federal_tax_number: string) =>
          notas('POST /customers', { body: { ...person, type: 'company', federal_tax_number } });
        answered(201, await send('5T8RDN42000136'));
        answered(422, await send('5T8RDN42000137'));
        answered(422, await notas('POST /customers', { body: { ...person, federal_tax_number: '52998224726' } }));
        return 'an alphanumeric CNPJ is 201; wrong digits are 422';
      },
    },
  ],
};

/** Whether each asset's address returns what its event tells. */
async function checkAssets(
  { key, origin }: Caller,
  events: { payload: { event: { data: { asset?: { kind: string; href: string; size: number; digest: string } } } } }[],
): Promise<string> {
  const assets = events.flatMap(({ payload }) => payload.event.data.asset ?? []);
  for (const { href, size, digest } of assets) {
    const { pathname } = new URL(href);
    const response = await fetch(origin + pathname, { headers: { authorization: `Basic ${btoa(`${key}:x`)}` } });
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.deepEqual(
      [bytes.length, `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`],
      [size, digest],
      pathname,
    );
  }
  return assets.map(({ kind, size }) => `${kind} of ${size} bytes, as its digest says`).join('; ');
}
