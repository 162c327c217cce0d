import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Caller } from './caller.ts';
import { answered, holds } from './expect.ts';
import type { Chapter } from './row.ts';

const company = 'com_m9s346q3d25vt4f5';
const invoices = `/companies/${company}/serviceinvoices`;
const invoice = {
  customer_id: 'cus_f5kznwj47tan9zt2',
  service_code: '01.07',
  description: 'Suporte',
  service_date: '2026-11-20',
  amount: '640.00',
};
const person = { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@a.example' };

/** Service invoices: companies, invoices and charges. */
export const notas: Chapter = {
  title: 'Notas',
  rows: [
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
