import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buyer, type MarketCaller, newCaller, payable, sponsor, startMarket } from '../../server/testing/recebiveis.ts';
import { refused } from '../../server/testing/recebiveis-refusals.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import type { TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the errors of Recebíveis', (open) => {
  let portal: TestPortal;
  let market: MarketCaller;
  before(async () => {
    portal = await startMarket(open);
    market = await newCaller(portal);
  });
  after(() => portal.close());

  test('row "400": one notification per invalid field; unreadable bodies; another media type', async () => {
    const fields = refused(
      await market.call(`POST ${sponsor}/payables`, {
        ...payable('X'),
        supplierGovernmentId: '24212752000185',
        amount: 5,
        valor: 1,
      }),
      400,
      'Validation_Error',
    );
    assert.equal(fields.length, 3);
    for (const name of ['supplierGovernmentId', 'amount', 'valor'])
      assert.ok(
        fields.some((text) => text.includes(`"${name}"`)),
        name,
      );
    refused(await market.call(`POST ${sponsor}/payables`, '{"externalId":'), 400, 'Validation_Error');
    refused(
      await market.call(`POST ${sponsor}/payables`, 'a=1', { 'content-type': 'text/plain' }),
      400,
      'Validation_Error',
    );
    refused(await market.call('GET /sponsors', undefined, { accept: 'image/png' }), 400, 'Validation_Error');
    refused(await market.call('GET /sponsors?size=101'), 400, 'Validation_Error');
    refused(await market.call('GET /sponsors?page=-1'), 400, 'Validation_Error');
    refused(await market.call('GET /sponsors?sort=nome,asc'), 400, 'Validation_Error');
    const [missing] = refused(
      await market.call(`POST ${buyer}/purchases`, { payableId: 'pay_none', monthlyRate: '1.85' }),
      400,
      'Validation_Error',
    );
    assert.match(missing ?? '', /"payableId"/);
  });

  test('row "404", "405", "409 (exists)"', async () => {
    refused(await market.call(`GET ${sponsor}/payables/pay_none`), 404, 'Not_Found_Error');
    refused(
      await market.call('GET /sponsors/spn_3h7d9m2p6r4z8b5f/payables/pay_7m3x9c5r2k8w4n6q'),
      404,
      'Not_Found_Error',
    );
    refused(await market.call('GET /sponsors/spn_none/payables'), 404, 'Not_Found_Error');
    refused(await market.call('GET /suppliers'), 404, 'Not_Found_Error');
    const wrong = await market.call(`DELETE ${sponsor}`);
    refused(wrong, 405, 'Method_Not_Allowed_Error');
    assert.equal(wrong.headers.allow, 'GET, HEAD, OPTIONS');
    const [exists] = refused(
      await market.call(`POST ${sponsor}/payables`, payable('PED-7781')),
      409,
      'Business_Logic_Error',
    );
    assert.match(exists ?? '', /PED-7781/);
    const other = await market.call(`POST ${sponsor}/payables`, payable('EX-1'));
    refused(
      await market.call(`PUT ${sponsor}/payables/${other.body.id}`, payable('PED-7781')),
      409,
      'Business_Logic_Error',
    );
  });

  test('row "Errors": in the caller\'s language', async () => {
    const { body } = await market.call(`GET ${sponsor}/payables/pay_none`, undefined, { 'accept-language': 'en' });
    assert.equal(body.description, 'Record not found');
  });

  test('row "5xx": internal errors have the same format, and disclose nothing internal', async () => {
    const { ensureSeeded } = portal.context;
    portal.context.ensureSeeded = () => Promise.reject(new Error('disk /var/cais is full'));
    const answer = await market.call('GET /sponsors');
    portal.context.ensureSeeded = ensureSeeded;
    refused(answer, 500, 'Internal_Error');
    assert.doesNotMatch(JSON.stringify(answer.body), /disk|var/);
    assert.equal((await market.call('GET /sponsors')).status, 200);
  });
});
