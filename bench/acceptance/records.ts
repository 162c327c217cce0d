import assert from 'node:assert/strict';
import { answered, holds } from './expect.ts';
import type { Chapter } from './row.ts';

const company = '/companies/com_m9s346q3d25vt4f5';
const invoice = {
  customer_id: 'cus_f5kznwj47tan9zt2',
  service_code: '01.07',
  description: 'Suporte',
  service_date: '2026-11-20',
  amount: '10.00',
};
const person = { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@a.example' };

/** The records of each API, from their creation to their end. */
export const records: Chapter = {
  title: 'Records of each API',
  rows: [
    {
      says: 'Notas: customers are created, read, replaced and deleted; ids have prefixes',
      see: async ({ notas }) => {
        const { body } = answered(201, await notas('POST /customers', { body: person }));
        assert.match(body.id, /^cus_/);
        answered(200, await notas(`PUT /customers/${body.id}`, { body: { ...person, name: 'Ana Melo' } }));
        assert.equal((await notas(`GET /customers/${body.id}`)).body.name, 'Ana Melo');
        answered(204, await notas(`DELETE /customers/${body.id}`));
        answered(404, await notas(`GET /customers/${body.id}`));
        return `${body.id}: 201, 200, 200, 204, 404`;
      },
    },
    {
      says: 'Notas: DELETE cancels an invoice, with its event; money has two decimals; links on it and what it embeds',
      see: async ({ notas, events }) => {
        const made = answered(
          201,
          await notas(`POST ${company}/serviceinvoices`, { body: invoice }).then(created),
        ).body;
        const path = `${company}/serviceinvoices/${made.id}`;
        holds({
          amount: /^\d+\.\d{2}$/.test(made.amount),
          links: made.links.length > 0,
          'links of the customer': made.customer.links.length > 0,
          id: /^inv_/.test(made.id),
        });
        assert.ok((await notas(`DELETE ${path}`)).status < 300);
        assert.equal((await notas(`GET ${path}`)).body.status, 'canceled');
        const types = (await events('notas')).map(({ type }) => type);
        assert.ok(types.includes('document_canceled'));
        return `${made.id} ${made.amount}, canceled: ${types.join(', ')}`;
      },
    },
    {
      says: 'Notas: an Idempotency-Key is kept 24 h on the clock of the workspace',
      see: async ({ notas, advance }) => {
        const send = () =>
          notas('POST /charges', { body: { amount: '15.00' }, headers: { 'idempotency-key': 'uma-vez' } });
        const first = answered(201, await send());
        const again = await send();
        assert.deepEqual([again.body.id, again.headers.get('idempotent-replayed')], [first.body.id, 'true']);
        await advance(25 * 3600);
        const later = answered(201, await send());
        assert.notEqual(later.body.id, first.body.id);
        return 'replayed at once, a new charge 25 h later';
      },
    },
    {
      says: 'Notas: two requests at once with one Idempotency-Key make one record',
      see: async ({ notas }) => {
        const headers = { 'idempotency-key': 'ao-mesmo-tempo' };
        const send = () => notas('POST /charges', { body: { amount: '15.00' }, headers });
        const all = await Promise.all(Array.from({ length: 6 }, send));
        const made = new Set(all.flatMap(({ status, body }) => (status === 201 ? [body.id] : [])));
        assert.ok(made.size === 1 && all.every(({ status }) => status === 201 || status === 409));
        return all.map(({ status }) => status).join(', ');
      },
    },
    {
      says: 'Notas: a bare + in sort arrives as a space and is accepted; cities and service codes are there',
      see: async ({ notas }) => {
        const names = (await notas('GET /customers?sort=+name&fields=name')).body.map(
          (one: { name: string }) => one.name,
        );
        assert.ok(names.length > 1);
        const cities = answered(200, await notas('GET /cities'));
        answered(200, await notas('GET /service_codes'));
        return `${names.length} names in order; Cache-Control of cities: ${cities.headers.get('cache-control')}`;
      },
    },
    {
      says: 'Gestor: clientes, produtos and pedidos are created, changed and removed; ultima_alteracao follows',
      see: async ({ gestor }) => {
        for (const name of ['clientes', 'produtos', 'pedidos']) {
          const list = answered(200, await gestor(`GET /${name}`)).body;
          assert.ok(Array.isArray(list) && list[0].ultima_alteracao);
          answered(200, await gestor(`GET /${name}/${list[0].id}`));
          const { status } = await gestor(`POST /${name}`, { body: '{}' });
          assert.equal(status, 400);
        }
        answered(200, await gestor('DELETE /pedidos/1'));
        answered(404, await gestor('GET /pedidos/1'));
        return 'bare lists; {} is 400; DELETE is 200, then 404';
      },
    },
    {
      says: 'Recebíveis: documents have a type and are filtered by it; signatures?status=UNAPPROVED; 204 for PUT',
      see: async ({ recebiveis }) => {
        const documents = '/buyers/123/signatures/0zkvnbfZsE/documents';
        const all = answered(200, await recebiveis(`GET ${documents}`)).body._embedded.documents;
        const terms = answered(200, await recebiveis(`GET ${documents}?type=ASSIGNMENT_TERM`)).body._embedded.documents;
        assert.ok(terms.length < all.length && terms.every(({ type }: { type: string }) => type === 'ASSIGNMENT_TERM'));
        const open = answered(
          200,
          await recebiveis('GET /buyers/123/signatures?status=UNAPPROVED&page=0&size=20'),
        ).body;
        assert.match(open._links.self.href, /page=0&size=20/);
        return `${terms.length} of ${all.length} documents; ${open.page.totalElements} signatures`;
      },
    },
    {
      says: 'Recebíveis: a payable is bought once its time has come, though nobody has read it',
      see: async ({ recebiveis, advance }) => {
        const body = {
          externalId: 'PED-A',
          invoiceNumber: '30977',
          supplierGovernmentId: '24212752000184',
          supplierName: 'Fornecedor Azul Embalagens Ltda',
          paymentDate: '2027-02-15',
          amount: '18450.00',
        };
        const { id } = answered(202, await recebiveis('POST /sponsors/123/payables', { body })).body;
        await advance(60);
        const purchase = { body: { payableId: id, monthlyRate: '1.85' } };
        return `${answered(201, await recebiveis('POST /buyers/123/purchases', purchase)).body.id}`;
      },
    },
    {
      says: 'Recebíveis: sandbox, homologação Brasil, produção Brasil and México are in the document and the Postman environments',
      see: async ({ send }) => {
        const { body } = answered(200, await send('GET /downloads/recebiveis/openapi.yaml'));
        const names = ['Homologação', 'Brasil', 'México'];
        assert.deepEqual(
          names.filter((name) => !body.includes(name)),
          [],
        );
        return names.join(', ');
      },
    },
    {
      says: 'CRM: usuarios, oportunidades, anexos and sessoes_usuario; 304 with ETag; snake_case',
      see: async ({ crm }) => {
        for (const name of ['usuarios', 'oportunidades', 'anexos', 'sessoes_usuario'])
          answered(200, await crm(`GET /v2/${name}`));
        const { headers, body } = answered(200, await crm('GET /v2/oportunidades/1'));
        answered(
          304,
          await crm('GET /v2/oportunidades/1', { headers: { 'if-none-match': headers.get('etag') ?? '' } }),
        );
        assert.deepEqual(
          Object.keys(body).filter((name) => !/^[a-z0-9_]+$/.test(name)),
          [],
        );
        return Object.keys(body).join(', ');
      },
    },
    {
      says: 'Common: the sandboxes of two workspaces have the same seed data; UTF-8 in and out',
      see: async ({ notas }) => {
        const name = 'Conceição & Filhos — çãé';
        const { body } = answered(201, await notas('POST /customers', { body: { ...person, name } }));
        assert.equal((await notas(`GET /customers/${body.id}`)).body.name, name);
        return body.name;
      },
    },
  ],
};

/** Issuing is 201 or, as processing goes on, 202. */
function created<T extends { status: number }>(got: T): T {
  return got.status === 202 ? { ...got, status: 201 } : got;
}
