import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs } from '../testing/test-specs.ts';

const biblioteca = '/sandbox/biblioteca';
const train = '/sandbox/train-travel';
const book = { isbn: '9788500000017', titulo: 'Marés', autor: 'Lia Prates' };
const reader = { nome: 'Íris', email: 'iris@correio.example', senha: 'marinheira' };

describeOnDatabases('a sandbox without a profile', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: allSpecs() } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown, headers?: Record<string, string>) =>
    portal.call(request, { key, body, headers });

  test("PUT creates with the caller's id, then replaces", async () => {
    const address = `${biblioteca}/livros/${book.isbn}`;
    assert.equal((await call(`GET ${address}`)).status, 404);
    const made = await call(`PUT ${address}`, { ...book, ano: 1998 });
    assert.deepEqual([made.status, made.body.isbn, made.body.ano], [201, book.isbn, 1998]);
    const replaced = await call(`PUT ${address}`, { ...book, titulo: 'Marés vivas' });
    assert.deepEqual(
      [replaced.status, replaced.body.titulo, replaced.body.ano, replaced.body.criado_em],
      [200, 'Marés vivas', undefined, made.body.criado_em],
    );
    assert.deepEqual((await call(`GET ${address}`)).body, replaced.body);
    assert.equal((await call(`DELETE ${address}`)).status, 204);
    assert.equal((await call(`GET ${address}`)).status, 404);
  });

  test('the path names the record of a PUT, whatever its body says', async () => {
    await call(`PUT ${biblioteca}/livros/9788500000024`, book);
    const { body } = await call(`GET ${biblioteca}/livros/9788500000024`);
    assert.equal(body.isbn, '9788500000024');
  });

  test('an id that its schema forbids is a 404, and never stored', async () => {
    assert.equal((await call(`PUT ${biblioteca}/livros/not-an-isbn`, book)).status, 404);
    assert.equal((await call(`GET ${biblioteca}/leitores/dalva`)).status, 404);
  });

  test('numbers continue from the highest existing one', async () => {
    const numbers: number[] = [];
    for (let count = 0; count < 3; count++)
      numbers.push((await call(`POST ${biblioteca}/leitores`, reader)).body.matricula);
    assert.deepEqual(numbers, [1002, 1003, 1004]);
    await call(`DELETE ${biblioteca}/leitores/1002`);
    assert.equal((await call(`POST ${biblioteca}/leitores`, reader)).body.matricula, 1005);
  });

  test('DELETE returns the removed record where documented', async () => {
    const { body: made } = await call(`POST ${biblioteca}/leitores`, reader);
    const { status, body } = await call(`DELETE ${biblioteca}/leitores/${made.matricula}`);
    assert.deepEqual([status, body], [200, made]);
    assert.equal(body.senha, undefined);
  });

  test('a sub-collection belongs to its parent, and a missing parent is a 404', async () => {
    const [one, other] = ['9786500000016', '9786500000023'];
    const { status, body } = await call(`POST ${biblioteca}/livros/${one}/exemplares`, { unidade: 'Ribeira' });
    assert.deepEqual([status, body.isbn, body.conservacao], [201, one, 'bom']);
    assert.equal((await call(`GET ${biblioteca}/livros/${one}/exemplares/${body.codigo}`)).body.unidade, 'Ribeira');
    assert.equal((await call(`GET ${biblioteca}/livros/${other}/exemplares/${body.codigo}`)).status, 404);
    for (const [method, sent] of [
      ['GET', undefined],
      ['POST', { unidade: 'Ribeira' }],
    ] as const) {
      assert.equal((await call(`${method} ${biblioteca}/livros/9786500009999/exemplares`, sent)).status, 404);
    }
  });

  test('a removal also removes the records below', async () => {
    const address = `${biblioteca}/livros/9788500000031`;
    await call(`PUT ${address}`, book);
    await call(`POST ${address}/exemplares`, { unidade: 'Centro' });
    await call(`DELETE ${address}`);
    await call(`PUT ${address}`, book);
    assert.deepEqual((await call(`GET ${address}/exemplares`)).body.dados, []);
  });

  test('a merge patch changes the fields it names, and null removes', async () => {
    const { body: made } = await call(`POST ${biblioteca}/livros/9786500000016/exemplares`, {
      unidade: 'Centro',
      estante: 'B-14',
    });
    const address = `${biblioteca}/livros/9786500000016/exemplares/${made.codigo}`;
    const patch = (body: unknown) => call(`PATCH ${address}`, body, { 'content-type': 'application/merge-patch+json' });
    assert.deepEqual((await patch({ conservacao: 'gasto' })).body, { ...made, conservacao: 'gasto' });
    assert.equal((await patch({ conservacao: 'perdido' })).status, 422);
    assert.equal((await call(`PATCH ${address}`, { conservacao: 'bom' })).status, 415);
  });

  test('the caller chooses the id where the document lets callers write it', async () => {
    const category = {
      codigo: 'navegacao',
      nome: 'Navegação',
      subcategorias: [{ codigo: 'cartas', nome: 'Cartas', subcategorias: [] }],
    };
    const made = await call(`POST ${biblioteca}/categorias`, category);
    assert.deepEqual([made.status, made.body], [201, category]);
    assert.deepEqual((await call(`GET ${biblioteca}/categorias/navegacao`)).body, category);
    assert.equal((await call(`POST ${biblioteca}/categorias`, category)).status, 409);
  });

  test('a variant of a oneOf is stored as it was sent', async () => {
    const workshop = { tipo: 'oficina', titulo: 'Encadernação', data: '2026-12-12', vagas: 12, materiais: ['linha'] };
    const { status, body } = await call(`POST ${biblioteca}/eventos`, workshop);
    assert.equal(status, 201);
    assert.deepEqual(body, { ...workshop, codigo: body.codigo });
    assert.equal(typeof body.codigo, 'number');
  });

  test('a singleton is read and written at its address', async () => {
    const before = await call(`GET ${biblioteca}/configuracao`);
    assert.equal(before.status, 200);
    const settings = { dias_de_emprestimo: 21, multa_por_dia: 0, aceita_reservas: true, aviso: null };
    assert.deepEqual((await call(`PUT ${biblioteca}/configuracao`, settings)).body, settings);
    assert.deepEqual((await call(`GET ${biblioteca}/configuracao`)).body, settings);
  });

  test('an action requires its record, and responds as documented', async () => {
    const { body: loan } = await call(`POST ${biblioteca}/emprestimos`, {
      matricula: 1001,
      isbn: '9786500000016',
      exemplar: 1,
    });
    assert.equal(loan.dias, 14);
    const { status, body } = await call(`POST ${biblioteca}/emprestimos/${loan.id}/devolver`);
    assert.deepEqual([status, body.id, body.situacao], [200, loan.id, 'devolvido']);
    assert.ok(Math.abs(Date.parse(body.devolvido_em) - Date.now()) < 60_000);
    assert.equal((await call(`POST ${biblioteca}/emprestimos/${loan.id}/devolver`)).status, 409);
    assert.equal(
      (await call(`POST ${biblioteca}/emprestimos/00000000-0000-4000-8000-000000000000/devolver`)).status,
      404,
    );
  });

  test('Train Travel: a booking is created, read, paid for without exposing the card, and cancelled', async () => {
    const made = await call(`POST ${train}/bookings`, {
      trip_id: 'ea399ba1-6d95-433f-92d1-83f67b775594',
      passenger_name: 'Ana',
      has_bicycle: false,
    });
    assert.equal(made.status, 201);
    const address = `${train}/bookings/${made.body.id}`;
    assert.equal(made.body.links.self, `http://localhost:3000${address}`);
    assert.deepEqual((await call(`GET ${address}`)).body, made.body);
    const source = {
      object: 'card',
      name: 'Ana',
      number: '4242424242424242',
      cvc: 123,
      exp_month: 12,
      exp_year: 2027,
      address_line1: 'Rua A',
      address_country: 'br',
    };
    const paid = await call(`POST ${address}/payment`, { amount: 49.99, currency: 'eur', source });
    assert.deepEqual([paid.status, paid.body.amount, paid.body.source.name], [200, 49.99, 'Ana']);
    assert.deepEqual([paid.body.source.cvc, paid.body.source.address_line1], [undefined, undefined]);
    assert.equal((await call(`DELETE ${address}`)).status, 204);
    assert.equal((await call(`GET ${address}`)).status, 404);
  });
});
