import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  available,
  buyer,
  type MarketCaller,
  newCaller,
  payable,
  sponsor,
  startMarket,
} from '../../server/testing/recebiveis.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import type { TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the behaviour of Recebíveis', (open) => {
  let portal: TestPortal;
  let market: MarketCaller;
  before(async () => {
    portal = await startMarket(open);
  });
  after(() => portal.close());
  const begin = async () => {
    market = await newCaller(portal);
  };
  const get = async (path: string) => (await market.call(`GET ${path}`)).body;
  const eventTypes = async () => (await market.events()).map(({ type }) => type);

  test('row "sponsors/{sponsorId}/payables": 202 with a process link that reports the status until done', async () => {
    await begin();
    const { status, body } = await market.call(`POST ${sponsor}/payables`, payable('PR-1'));
    assert.equal(status, 202);
    assert.match(body.id, /^pay_/);
    const { process } = body._links;
    assert.equal(process.type, 'GET');
    const going = (await market.follow(process)).body;
    assert.deepEqual(
      [going.status, going.startedAt, going.finishedAt, going.notifications],
      ['PROCESSING', '2026-11-20T12:00:00.000-03:00', null, []],
    );
    await market.advance(4);
    assert.equal((await market.follow(process)).body.status, 'PROCESSING');
    await market.advance(1);
    const done = (await market.follow(process)).body;
    assert.deepEqual([done.status, done.finishedAt], ['DONE', '2026-11-20T12:00:05.000-03:00']);
    const { body: ready } = await market.follow(done._links.payable);
    assert.equal(ready.status, 'AVAILABLE');
    assert.deepEqual(await eventTypes(), ['payable_processing', 'payable_available']);
    const [, { payload }] = (await market.events()) as [unknown, { payload: Record<string, unknown> }];
    assert.deepEqual(Object.keys(payload), ['type', 'createdAt', 'data']);
    assert.deepEqual(payload.data, { payable: ready }, 'as REST shows it, with its links');
  });

  test('an invoice number that starts with REJECT is rejected, and the process says why', async () => {
    await begin();
    const { body } = await market.call(`POST ${sponsor}/payables`, payable('PR-2', { invoiceNumber: 'REJECT-9' }));
    await market.advance(5);
    const failed = (await market.follow(body._links.process)).body;
    assert.equal(failed.status, 'FAILED');
    assert.match(failed.notifications[0], /REJECT-9/);
    assert.equal((await get(`${sponsor}/payables/${body.id}`)).status, 'REJECTED');
    assert.deepEqual(await eventTypes(), ['payable_processing', 'payable_rejected']);
  });

  test('a cancellation during processing ends it, and no step follows', async () => {
    await begin();
    const { body } = await market.call(`POST ${sponsor}/payables`, payable('PR-3'));
    assert.equal((await market.follow(body._links.cancel)).status, 204);
    await market.advance(60);
    const after = await get(`${sponsor}/payables/${body.id}`);
    assert.deepEqual([after.status, after.processedAt], ['CANCELED', null]);
    const process = (await market.follow(after._links.process)).body;
    assert.deepEqual([process.status, process.finishedAt], ['DONE', after.updatedAt]);
    assert.deepEqual(await eventTypes(), ['payable_processing', 'payable_canceled']);
  });

  test('row "buyers/{buyerId}/purchases": a payable is bought at its present value, and a signature is pending', async () => {
    await begin();
    const { body } = await market.call(`POST ${buyer}/purchases`, { payableId: available, monthlyRate: '1.85' });
    assert.deepEqual([body.amount, body.price, body.sponsorId], ['62300.00', presentValue(62300, 1.85, 82), '123']);
    const sold = await get(`${sponsor}/payables/${available}`);
    assert.deepEqual([sold.status, sold._links.purchase, sold._links.cancel], ['PURCHASED', undefined, undefined]);
    assert.equal(sold.updatedAt, '2026-11-20T12:00:00.000-03:00');
    const found = await market.search(`${buyer}/signatures`, `purchaseId:${body.id}`);
    const [signature] = found.body._embedded.signatures;
    assert.deepEqual([signature.status, signature.title], ['UNAPPROVED', 'Cessão do título PED-7790']);
    const { _embedded } = (
      await market.follow({ ...signature._links.documents, href: signature._links.documents.href.replace(/\{.*/, '') })
    ).body;
    assert.match(
      _embedded.documents[0].content,
      /PED-7790, de R\$ 62\.300,00, por R\$ [\d.]+,\d\d, com pagamento em 10\/02\/2027/,
    );
    assert.equal((await market.follow(signature._links.approve)).status, 204);
    assert.deepEqual(await eventTypes(), [
      'payable_purchased',
      'purchase_created',
      'signature_requested',
      'signature_approved',
    ]);
  });

  test('row "412 (business rule)": a payable is bought once, even by many at the same moment', async () => {
    await begin();
    const buy = () => market.call(`POST ${buyer}/purchases`, { payableId: available, monthlyRate: '1.85' });
    const answers = await Promise.all([buy(), buy(), buy(), buy()]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 412, 412, 412]);
    assert.match(answers.find(({ status }) => status === 412)?.body.notifications[0], /"purchase".*"PURCHASED"/);
    assert.equal((await get(`${buyer}/purchases`)).page.totalElements, 3);
    assert.equal((await get(`${buyer}/signatures`)).page.totalElements, 3);
  });

  test('a refused purchase leaves the payable for sale', async () => {
    await begin();
    const refused = await market.call('POST /buyers/buy_none/purchases', { payableId: available, monthlyRate: '1.85' });
    assert.equal(refused.status, 404);
    assert.equal((await get(`${sponsor}/payables/${available}`)).status, 'AVAILABLE');
    assert.deepEqual(await eventTypes(), []);
  });

  test('a payable is bought once its time has come, though nobody has read it since', async () => {
    await begin();
    const { body: published } = await market.call(`POST ${sponsor}/payables`, payable('PED-unread'));
    await market.advance(60);
    const bought = await market.call(`POST ${buyer}/purchases`, { payableId: published.id, monthlyRate: '1.85' });
    assert.equal(bought.status, 201, JSON.stringify(bought.body));
  });
});

function presentValue(amount: number, rate: number, days: number): string {
  return (amount / (1 + rate / 100) ** (days / 30)).toFixed(2);
}
