import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { findSpecs } from '../openapi/find-specs.ts';
import { serveApi } from '../sandbox/serve-api.ts';
import { summarize } from '../testing/plan-summary.ts';
import { allSpecs } from '../testing/test-specs.ts';
import type { OperationPlan } from './plan-types.ts';
import type { ServedApi } from './served-api.ts';

function planOf(api: ServedApi, id: string): OperationPlan {
  const plan = [...api.plan.operations.values()].find(({ operation }) => operation.id === id);
  assert.ok(plan, id);
  return plan;
}

describe('the plan of a document', () => {
  const apis = new Map<string, ServedApi>();
  const api = (slug: string) => apis.get(slug) as ServedApi;
  before(async () => {
    for (const { slug, folder } of findSpecs(allSpecs()))
      if (slug !== 'defeituosa') apis.set(slug, await serveApi(folder));
  });

  test('of Notas', () => {
    assert.deepEqual(summarize(api('notas').plan), [
      'GET /company → read-singleton companies by string id',
      'GET /companies → list companies by string id',
      'POST /companies → create companies by string id',
      'GET /companies/{company_id} → read companies by string id',
      'PUT /companies/{company_id} → replace companies by string id',
      'PATCH /companies/{company_id} → change companies by string id',
      'DELETE /companies/{company_id} → delete companies by string id',
      'POST /companies/{company_id}/activate → act companies by string id',
      'GET /customers → list customers by string id',
      'POST /customers → create customers by string id',
      'GET /customers/{customer_id} → read customers by string id',
      'PUT /customers/{customer_id} → replace customers by string id',
      'PATCH /customers/{customer_id} → change customers by string id',
      'DELETE /customers/{customer_id} → delete customers by string id',
      'GET /companies/{company_id}/serviceinvoices → list serviceinvoices under companies {company_id} by string id',
      'POST /companies/{company_id}/serviceinvoices → create serviceinvoices under companies {company_id} by string id',
      'GET /companies/{company_id}/serviceinvoices/{invoice_id} → read serviceinvoices under companies {company_id} by string id',
      'DELETE /companies/{company_id}/serviceinvoices/{invoice_id} → delete serviceinvoices under companies {company_id} by string id',
      'GET /companies/{company_id}/serviceinvoices/{invoice_id}/pdf → represent serviceinvoices under companies {company_id} by string id',
      'GET /companies/{company_id}/serviceinvoices/{invoice_id}/xml → represent serviceinvoices under companies {company_id} by string id',
      'PUT /companies/{company_id}/serviceinvoices/{invoice_id}/sendemail → act serviceinvoices under companies {company_id} by string id',
      'GET /outbox → list outbox by string id',
      'GET /outbox/{email_id} → read outbox by string id',
      'GET /charges → list charges by string id',
      'POST /charges → create charges by string id',
      'GET /charges/{charge_id} → read charges by string id',
      'POST /charges/{charge_id}/capture → act charges by string id',
      'GET /products → list products by string id',
      'GET /cities → list cities by string code',
      'GET /service_codes → list service_codes by string code',
    ]);
    assert.deepEqual(planOf(api('notas'), 'listCustomers').filters, { external_id: 'external_id' });
  });

  test('of Biblioteca, without a profile', () => {
    assert.deepEqual(summarize(api('biblioteca').plan), [
      'GET /livros → list livros by string isbn',
      'GET /livros/{isbn} → read livros by string isbn',
      'PUT /livros/{isbn} → replace or create livros by string isbn',
      'DELETE /livros/{isbn} → delete livros by string isbn',
      'GET /livros/{isbn}/exemplares → list exemplares under livros {isbn} by integer codigo',
      'POST /livros/{isbn}/exemplares → create exemplares under livros {isbn} by integer codigo',
      'GET /livros/{isbn}/exemplares/{codigo} → read exemplares under livros {isbn} by integer codigo',
      'PATCH /livros/{isbn}/exemplares/{codigo} → change exemplares under livros {isbn} by integer codigo',
      'GET /leitores → list leitores by integer matricula',
      'POST /leitores → create leitores by integer matricula',
      'GET /leitores/{matricula} → read leitores by integer matricula',
      'PUT /leitores/{matricula} → replace leitores by integer matricula',
      'DELETE /leitores/{matricula} → delete leitores by integer matricula',
      'GET /emprestimos → list emprestimos by string id',
      'POST /emprestimos → create emprestimos by string id',
      'GET /emprestimos/{id} → read emprestimos by string id',
      'POST /emprestimos/{id}/devolver → act emprestimos by string id',
      'GET /categorias → list categorias by string codigo',
      'POST /categorias → create categorias by string codigo',
      'GET /categorias/{codigo} → read categorias by string codigo',
      'GET /eventos → list eventos by integer codigo',
      'POST /eventos → create eventos by integer codigo',
      'GET /configuracao → read-singleton configuracao',
      'PUT /configuracao → write-singleton configuracao',
      'GET /estatisticas → stateless',
    ]);
    const { list, pager, filters } = planOf(api('biblioteca'), 'listarLivros');
    assert.deepEqual([list?.key, pager?.parameters], ['dados', ['deslocamento', 'limite']]);
    assert.deepEqual([filters.autor, filters.disponivel], ['autor', 'disponivel']);
  });

  test('of Train Travel, without a profile', () => {
    assert.deepEqual(summarize(api('train-travel').plan), [
      'GET /stations → list stations by string id',
      'GET /trips → list trips by string id',
      'GET /bookings → list bookings by string id',
      'POST /bookings → create bookings by string id',
      'GET /bookings/{bookingId} → read bookings by string id',
      'DELETE /bookings/{bookingId} → delete bookings by string id',
      'POST /bookings/{bookingId}/payment → act bookings by string id',
    ]);
    assert.equal(planOf(api('train-travel'), 'get-bookings').list?.key, 'data');
  });

  test('has a reason for every operation', () => {
    for (const { plan } of apis.values()) {
      for (const { operation, why } of plan.operations.values())
        assert.ok(
          why.length > 0 && why.every(({ en, pt }) => en.length > 10 && pt.length > 10 && en !== pt),
          operation.id,
        );
    }
  });
});
