import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const notas = '/sandbox/notas/v1';
const biblioteca = '/sandbox/biblioteca';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};
const book = { isbn: '9788500000048', titulo: 'Marés', autor: 'Lia Prates' };

describeOnDatabases('concurrent requests', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const together = (count: number, request: string, body: (index: number) => unknown) =>
    Promise.all(Array.from({ length: count }, (_, index) => portal.call(request, { key, body: body(index) })));
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

  test('get different numbers', async () => {
    const answers = await together(25, `POST ${biblioteca}/leitores`, () => ({
      nome: 'Íris',
      email: 'iris@correio.example',
      senha: 'marinheira',
    }));
    assert.deepEqual(new Set(statuses(answers)), new Set([201]));
    assert.equal(new Set(answers.map(({ body }) => body.matricula)).size, 25);
  });

  test('create one customer for one external_id, and report the conflict to the others', async () => {
    const answers = await together(8, `POST ${notas}/customers`, () => ({ ...customer, external_id: 'once' }));
    assert.deepEqual(statuses(answers), [201, 409, 409, 409, 409, 409, 409, 409]);
    const { body } = await portal.call(`GET ${notas}/customers?external_id=once`, { key });
    assert.equal(body.length, 1);
  });

  test('give one external_id to one of two customers', async () => {
    const made = await together(2, `POST ${notas}/customers`, () => customer);
    const answers = await Promise.all(
      made.map(({ body }) =>
        portal.call(`PATCH ${notas}/customers/${body.id}`, { key, body: { external_id: 'wanted' } }),
      ),
    );
    assert.deepEqual(statuses(answers), [200, 409]);
  });

  test('create at one address once, and replace after that', async () => {
    for (let round = 10; round < 40; round++) {
      const isbn = `97885000000${round}`;
      const answers = await together(6, `PUT ${biblioteca}/livros/${isbn}`, (index) => ({
        ...book,
        isbn,
        titulo: `Marés ${index}`,
      }));
      assert.deepEqual(statuses(answers), [200, 200, 200, 200, 200, 201]);
    }
  });

  test('create, replace and remove at one address without waiting for each other in a circle', async () => {
    const address = `${biblioteca}/livros/${book.isbn}`;
    for (let round = 0; round < 15; round++) {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          index % 3 === 2
            ? portal.call(`DELETE ${address}`, { key })
            : portal.call(`PUT ${address}`, { key, body: { ...book, titulo: `Marés ${index}` } }),
        ),
      );
      for (const { status } of answers) assert.ok([200, 201, 204, 404].includes(status), String(status));
    }
  });

  test('change different fields without losing a change', async () => {
    const { body: made } = await portal.call(`POST ${notas}/customers`, {
      key,
      body: { ...customer, external_id: 'busy' },
    });
    const answers = await together(10, `PATCH ${notas}/customers/${made.id}`, (index) => ({
      metadata: { [`field_${index}`]: 'set' },
      external_id: `busy ${index}`,
    }));
    assert.deepEqual(new Set(statuses(answers)), new Set([200]));
    const { body } = await portal.call(`GET ${notas}/customers/${made.id}`, { key });
    assert.equal(Object.keys(body.metadata).length, 10);
  });

  test('write a singleton once', async () => {
    const settings = (dias_de_emprestimo: number) => ({ dias_de_emprestimo, multa_por_dia: 0, aceita_reservas: true });
    const answers = await together(6, `PUT ${biblioteca}/configuracao`, (index) => settings(index + 1));
    assert.deepEqual(new Set(statuses(answers)), new Set([200]));
    const { body } = await portal.call(`GET ${biblioteca}/configuracao`, { key });
    assert.ok(answers.some((answer) => answer.body.dias_de_emprestimo === body.dias_de_emprestimo));
  });

  test('delete a record once', async () => {
    const { body: made } = await portal.call(`POST ${notas}/customers`, { key, body: customer });
    assert.deepEqual(
      statuses(await together(4, `DELETE ${notas}/customers/${made.id}`, () => undefined)).filter(
        (status) => status === 204,
      ).length,
      1,
    );
  });
});
