import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Operation } from '../../openapi/operations.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../testing/test-portal.ts';
import { allSpecs } from '../../testing/test-specs.ts';

describe('errors follow the schema that a document declares', () => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ env: { SPECS_PATH: allSpecs() } });
    key = await portal.guest();
  });
  after(() => portal.close());

  /** Asserts that a response matches the schema that the operation declares for its status. */
  function assertDeclared(slug: string, operationId: string, { status, body, headers }: TestAnswer): void {
    const api = portal.context.apis.get(slug) as ServedApi;
    const operation = api.operations.find(({ id }) => id === operationId) as Operation;
    const mediaType = headers['content-type']?.split(';')[0] ?? '';
    const schema = operation.responses[String(status)]?.content?.[mediaType]?.schema;
    assert.ok(schema, `${operationId} declares no ${mediaType} for ${status}`);
    assert.deepEqual(api.validator.response(schema, body), []);
  }

  test('Biblioteca: its own envelope, in Portuguese, with one entry for each field', async () => {
    const answer = await portal.call('PUT /sandbox/biblioteca/livros/9786500000016', {
      key,
      body: { isbn: '9786500000016', autor: 7 },
    });
    assert.equal(answer.status, 422);
    assertDeclared('biblioteca', 'salvarLivro', answer);
    assert.deepEqual(answer.body.erro.campos.map(({ campo }: { campo: string }) => campo).sort(), ['autor', 'titulo']);
    assert.match(JSON.stringify(answer.body.erro.campos), /é obrigatório.*|deve ser do tipo string/);
    assert.equal(answer.body.erro.codigo, 'invalid_fields');
  });

  test('Biblioteca: no key, no record, no such operation', async () => {
    const unknown = await portal.call('GET /sandbox/biblioteca/livros');
    assert.equal(unknown.status, 401);
    assertDeclared('biblioteca', 'listarLivros', unknown);
    assert.match(unknown.headers['www-authenticate'] ?? '', /X-Chave-Biblioteca/);
    const missing = await portal.call('GET /sandbox/biblioteca/livros/9786500009999', { key });
    assert.equal(missing.status, 404);
    assertDeclared('biblioteca', 'obterLivro', missing);
    assert.equal(missing.body.erro.codigo, 'not_found');
    const wrongMethod = await portal.call('DELETE /sandbox/biblioteca/livros', { key });
    assert.equal(wrongMethod.status, 405);
    assert.ok(wrongMethod.headers.allow);
  });

  test('texts are in English for callers who prefer it', async () => {
    const ask = (language: string) =>
      portal.call('GET /sandbox/biblioteca/livros/9786500009999', { key, headers: { 'accept-language': language } });
    assert.match((await ask('en-GB,en;q=0.9')).body.erro.mensagem, /^No record has the id/);
    for (const language of ['pt-BR', 'de', '*', 'pt;q=0.9,en;q=0.8', 'en;q=0']) {
      assert.match((await ask(language)).body.erro.mensagem, /^Nenhum registro tem o id/, language);
    }
  });

  test('Train Travel: problem details, with 400 instead of 422', async () => {
    const english = { 'accept-language': 'en' };
    const answer = await portal.call('POST /sandbox/train-travel/bookings', {
      key,
      body: { trip_id: 'no uuid', has_dog: 'yes' },
      headers: english,
    });
    assert.equal(answer.status, 400);
    assert.equal(answer.headers['content-type'], 'application/problem+json; charset=UTF-8');
    assertDeclared('train-travel', 'create-booking', answer);
    assert.equal(answer.body.status, 400);
    assert.match(answer.body.detail, /trip_id, has_dog|has_dog, trip_id/);
  });

  test('Train Travel: a missing parameter is a 400, a missing key a 401', async () => {
    const missing = await portal.call('GET /sandbox/train-travel/trips', { key });
    assert.equal(missing.status, 400);
    assertDeclared('train-travel', 'get-trips', missing);
    const anonymous = await portal.call('GET /sandbox/train-travel/bookings');
    assert.equal(anonymous.status, 401);
    assertDeclared('train-travel', 'get-bookings', anonymous);
    assert.equal(anonymous.headers['www-authenticate'], 'Bearer realm="Train Travel API"');
  });

  test('the platform: RFC 9457, even for statuses that its document does not declare', async () => {
    const { status, headers, body } = await portal.call('GET /platform/v1/nowhere');
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'application/problem+json; charset=UTF-8');
    assert.deepEqual([body.status, body.code, body.request_id], [404, 'no_such_path', headers['x-request-id']]);
  });
});
