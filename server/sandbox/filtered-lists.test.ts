import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { linksOf } from '../testing/links-of.ts';
import { notas } from '../testing/notas.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { allSpecs } from '../testing/test-specs.ts';

const biblioteca = '/sandbox/biblioteca';

describeOnDatabases('a list', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: allSpecs() } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string) => portal.call(`GET ${path}`, { key });

  test('is filtered, and its links include the filter', async () => {
    const { body, headers } = await get(`${notas}/customers?external_id=CRM-1004`);
    assert.deepEqual(
      body.map(({ external_id }: { external_id: string }) => external_id),
      ['CRM-1004'],
    );
    assert.equal(headers['x-total-count'], '1');
    assert.match(linksOf(headers.link).first ?? '', /external_id=CRM-1004/);
    assert.deepEqual((await get(`${notas}/customers?external_id=CRM-%25`)).body, []);
    assert.deepEqual((await get(`${notas}/customers?external_id=%27%20or%201=1--`)).body, []);
  });

  test('is filtered by booleans, numbers, several values and texts with accents', async () => {
    const created: { matricula: number }[] = [];
    for (const reader of [
      { nome: 'Íris', bairro: 'São João', ativo: false },
      { nome: 'Otto', bairro: 'Ribeira', ativo: true },
    ]) {
      created.push(
        (
          await portal.call(`POST ${biblioteca}/leitores`, {
            key,
            body: { ...reader, email: 'a@b.example', senha: 'marinheira' },
          })
        ).body,
      );
    }
    const names = async (query: string) =>
      (await get(`${biblioteca}/leitores?${query}`)).body.dados.map(({ nome }: { nome: string }) => nome);
    assert.deepEqual(await names('bairro=S%C3%A3o%20Jo%C3%A3o'), ['Íris']);
    assert.deepEqual(await names('ativo=false'), ['Íris']);
    assert.ok((await names('ativo=true')).includes('Otto') && !(await names('ativo=true')).includes('Íris'));
    assert.deepEqual(await names('ativo=false&bairro=Ribeira'), []);

    const loan = { isbn: '9786500000016', exemplar: 1 };
    for (const { matricula } of created)
      await portal.call(`POST ${biblioteca}/emprestimos`, { key, body: { ...loan, matricula } });
    const readers = async (query: string) =>
      (await get(`${biblioteca}/emprestimos?${query}`)).body.dados.map(
        ({ matricula }: { matricula: number }) => matricula,
      );
    assert.deepEqual(await readers(`matricula=${created[0]?.matricula}`), [created[0]?.matricula]);
    assert.ok((await readers('situacao=aberto&situacao=atrasado')).length >= 2);
    assert.deepEqual(await readers('situacao=devolvido'), []);
    assert.equal((await get(`${biblioteca}/emprestimos?situacao=perdido`)).status, 422);
  });

  test('is filtered by the parameters that a document requires', async () => {
    const [berlin, paris] = ['efdbb9d1-02c2-4bc3-afb7-6788d8782b1e', 'b2e783e1-c824-4d63-b37a-d8d698862f1d'];
    const trips = (from: string, to: string) =>
      get(`/sandbox/train-travel/trips?origin=${from}&destination=${to}&date=2024-02-01T09:00:00Z`);
    assert.deepEqual(
      (await trips(berlin, paris)).body.data.map(({ operator }: { operator: string }) => operator),
      ['Deutsche Bahn'],
    );
    assert.deepEqual(
      (await trips(paris, berlin)).body.data.map(({ operator }: { operator: string }) => operator),
      ['SNCF'],
    );
    assert.deepEqual((await trips(berlin, berlin)).body.data, []);
  });
});
