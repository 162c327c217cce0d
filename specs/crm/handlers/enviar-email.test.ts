import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../../server/testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../../server/testing/test-portal.ts';

const email = { para: ['compras@mercadoboapraca.example'], assunto: 'Proposta', mensagem: 'Segue a proposta.' };

describeOnDatabases('the e-mails of CRM', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open });
  });
  after(() => portal.close());

  async function newCaller() {
    const key = await portal.guest();
    const call = (request: string, body?: unknown): Promise<TestAnswer> =>
      portal.call(`${request.split(' ')[0]} /sandbox/crm${request.split(' ')[1]}`, { key, body });
    const unsent = async (query = '') =>
      (await call(`GET /v2/anexos?nao_enviados=1${query}`)).body.dados.map(({ id }: { id: number }) => id);
    return { key, call, unsent };
  }

  test('row "?nao_enviados=1": the attachments that no e-mail has included', async () => {
    const { call, unsent } = await newCaller();
    assert.deepEqual(await unsent(), [10, 11, 12]);
    assert.deepEqual(await unsent('&oportunidade_id=2'), [10, 11]);
    assert.equal((await call('GET /v2/anexos?nao_enviados=0')).body.dados.length, 8);
    assert.equal((await call('GET /v1/anexos?nao_enviados=1')).body.dados.length, 3);
    for (const query of ['anexos?nao_enviados=2', 'anexos?nao_enviados=sim', 'usuarios?nao_enviados=1'])
      assert.equal((await call(`GET /v2/${query}`)).status, 422, query);
    const { body } = await call('POST /v2/anexos', {
      oportunidade_id: 3,
      nome_arquivo: 'plano.pdf',
      tipo_midia: 'application/pdf',
      tamanho_bytes: 1000,
      enviado: true,
    });
    assert.equal(body.enviado, false, 'only an e-mail marks it as sent');
    assert.deepEqual(await unsent(), [10, 11, 12, body.id]);
  });

  test('row "POST /emails/enviar": the e-mail is stored in the workspace\'s outbox, and its attachments are marked as sent', async () => {
    const { key, call, unsent } = await newCaller();
    const other = await newCaller();
    const before = (await call('GET /v2/emails')).body.dados;
    const sent = await call('POST /v2/emails/enviar', { ...email, anexos: [10, 11] });
    assert.deepEqual(
      [sent.status, sent.headers.location],
      [201, '/sandbox/crm/v2/emails/3'],
      JSON.stringify(sent.body),
    );
    assert.deepEqual(sent.body, { id: 3, ...email, anexos: [10, 11], enviado_em: sent.body.enviado_em });
    assert.deepEqual((await call('GET /v2/emails')).body.dados, [...before, sent.body]);
    assert.deepEqual((await call('GET /v1/emails/3')).body, sent.body);
    assert.deepEqual(await unsent(), [12]);
    const { body: taken } = await call('GET /v2/anexos/10');
    assert.deepEqual([taken.enviado, taken.enviado_em], [true, sent.body.enviado_em]);

    assert.equal((await other.call('GET /v2/emails/3')).status, 404);
    assert.deepEqual(await other.unsent(), [10, 11, 12]);
    const older = await call('POST /v1/emails/enviar', email);
    assert.deepEqual([older.body.anexos, older.headers.location], [[], '/sandbox/crm/v1/emails/4']);
    const { data } = (await portal.call('GET /platform/v1/events', { key })).body;
    assert.deepEqual(
      data.map(({ type }: { type: string }) => type),
      ['anexo_alterado', 'anexo_alterado', 'email_enviado', 'email_enviado'],
    );
    assert.deepEqual(data[2].payload.data.email, sent.body);
  });

  test('an e-mail with an unknown attachment is refused, and nothing is sent', async () => {
    const { key, call, unsent } = await newCaller();
    const { status, body } = await call('POST /v2/emails/enviar', { ...email, anexos: [10, 999] });
    assert.deepEqual([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)], [422, ['#/anexos/1']]);
    assert.deepEqual(await unsent(), [10, 11, 12]);
    assert.equal((await call('GET /v2/emails')).body.dados.length, 2);
    assert.deepEqual((await portal.call('GET /platform/v1/events', { key })).body.data, []);
    for (const wrong of [
      {},
      { ...email, para: [] },
      { ...email, para: ['ninguem'] },
      { ...email, enviado_em: 'x', cc: [] },
    ])
      assert.equal((await call('POST /v2/emails/enviar', wrong)).status, 422, JSON.stringify(wrong));
  });
});
