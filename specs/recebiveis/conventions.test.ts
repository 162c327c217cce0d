import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  base,
  buyer,
  type MarketCaller,
  newCaller,
  payable,
  sponsor,
  startMarket,
} from '../../server/testing/recebiveis.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('what Recebíveis answers', (open) => {
  let portal: TestPortal;
  let market: MarketCaller;
  before(async () => {
    portal = await startMarket(open);
    market = await newCaller(portal);
  });
  after(() => portal.close());

  /** Asserts the status and the form of an error; gives its notifications. */
  function refused({ status, headers, body }: TestAnswer, wanted: number, type: string): string[] {
    assert.equal(status, wanted, JSON.stringify(body));
    assert.match(headers['content-type'] ?? '', /^application\/json/);
    assert.deepEqual(Object.keys(body), ['type', 'description', 'notifications']);
    assert.equal(body.type, type);
    assert.ok(body.notifications.length > 0 && body.notifications.every((text: unknown) => typeof text === 'string'));
    return body.notifications;
  }

  test('row "Authentication": 401 without a Bearer key that is good', async () => {
    const none = await portal.call(`GET ${base}/sponsors`);
    refused(none, 401, 'Authentication_Error');
    assert.match(none.headers['www-authenticate'] ?? '', /^Bearer realm=/);
    const basic = { authorization: `Basic ${Buffer.from(`${market.key}:x`).toString('base64')}` };
    for (const headers of [basic, { authorization: 'Bearer sk_test_x' }, { authorization: market.key }])
      refused(await portal.call(`GET ${base}/sponsors`, { headers }), 401, 'Authentication_Error');
    const live = `sk_live_${'a'.repeat(56)}`;
    const [notification] = refused(
      await portal.call(`GET ${base}/sponsors`, { key: live }),
      401,
      'Authentication_Error',
    );
    assert.match(notification ?? '', /chave de produção/);
  });

  test('row "Authentication": 403 without access to that sponsor or buyer, whatever lies below it', async () => {
    const foreign = ['/sponsors/spn_6y4t8w2q9n5k3v7j', '/buyers/buy_9n3k7c5x2v8q4w6t'];
    for (const path of [
      ...foreign,
      `${foreign[0]}/payables`,
      `${foreign[0]}/payables/pay_x`,
      `${foreign[0]}/payables/pay_x/process`,
      `${foreign[1]}/signatures`,
      `${foreign[1]}/signatures/sig_x/documents`,
    ]) {
      const [notification] = refused(await market.call(`GET ${path}`), 403, 'Authorization_Error');
      assert.match(notification ?? '', /não tem acesso/, path);
    }
    refused(await market.call(`POST ${foreign[0]}/payables`, {}), 403, 'Authorization_Error');
    refused(await market.call(`PUT ${foreign[1]}/signatures/sig_x/approve`), 403, 'Authorization_Error');
    assert.equal((await market.call('GET /sponsors')).body.page.totalElements, 2, 'no listing shows them');
  });

  test('row "Authentication": an OAuth access token does what its scope says', async () => {
    const scopes = ['recebiveis:read', 'recebiveis:write'];
    const { key } = market;
    const client = await portal.call('POST /platform/v1/oauth_clients', { key, body: { name: 'ERP', scopes } });
    assert.equal(client.status, 201, JSON.stringify(client.body));
    const authorization = `Basic ${btoa(`${client.body.id}:${client.body.secret}`)}`;
    const tokenOf = async (scope: string): Promise<string> => {
      const { body } = await portal.call('POST /oauth/token', {
        body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      });
      return body.access_token;
    };
    const [reader, writer] = [await tokenOf('recebiveis:read'), await tokenOf(scopes.join(' '))];
    const publish = (token: string, id: string) =>
      portal.call(`POST ${base}${sponsor}/payables`, { key: token, body: payable(id) });
    assert.equal((await portal.call(`GET ${base}/sponsors`, { key: reader })).status, 200);
    const [notification] = refused(await publish(reader, 'TK-1'), 403, 'Authorization_Error');
    assert.match(notification ?? '', /recebiveis:write/);
    assert.equal((await publish(writer, 'TK-1')).status, 202);
  });

  test('row "200 GET, 201 POST, 202 asynchronous POST, 204 PUT"', async () => {
    assert.equal((await market.call(`GET ${sponsor}`)).status, 200);
    const made = await market.call(`POST ${sponsor}/payables`, payable('ST-1'));
    assert.deepEqual([made.status, made.body.status], [202, 'PROCESSING']);
    const put = await market.call(`PUT ${sponsor}/payables/${made.body.id}`, payable('ST-1', { amount: '1.00' }));
    assert.deepEqual([put.status, put.body], [204, '']);
    assert.equal((await market.call(`GET ${sponsor}/payables/${made.body.id}`)).body.amount, '1.00');
    const bought = await market.call(`POST ${buyer}/purchases`, {
      payableId: 'pay_7m3x9c5r2k8w4n6q',
      monthlyRate: '1.85',
    });
    assert.equal(bought.status, 201, JSON.stringify(bought.body));
    assert.equal(bought.headers.location, `${base}${buyer}/purchases/${bought.body.id}`);
    assert.equal((await portal.call(`GET ${bought.headers.location}`, { key: market.key })).body.id, bought.body.id);
  });

  test('row "400": what breaks the rules, one notification for each field; what cannot be read; another media type', async () => {
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

  test('row "Errors": in the language of the caller', async () => {
    const { body } = await market.call(`GET ${sponsor}/payables/pay_none`, undefined, { 'accept-language': 'en' });
    assert.equal(body.description, 'There is no such record');
  });

  test('row "5xx": what fails on our side says so in the same form, and nothing of its insides', async () => {
    const { ensureSeeded } = portal.context;
    portal.context.ensureSeeded = () => Promise.reject(new Error('disk /var/cais is full'));
    const answer = await market.call('GET /sponsors');
    portal.context.ensureSeeded = ensureSeeded;
    refused(answer, 500, 'Internal_Error');
    assert.doesNotMatch(JSON.stringify(answer.body), /disk|var/);
    assert.equal((await market.call('GET /sponsors')).status, 200);
  });

  test('what one workspace publishes no other sees', async () => {
    const { body } = await market.call(`POST ${sponsor}/payables`, payable('ISO-1'));
    const stranger = await newCaller(portal);
    refused(await stranger.call(`GET ${sponsor}/payables/${body.id}`), 404, 'Not_Found_Error');
    assert.equal((await stranger.call(`POST ${sponsor}/payables`, payable('ISO-1'))).status, 202);
  });

  test('row "Date-time": milliseconds and zone everywhere, in seeds, records, events', async () => {
    const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-03:00$/;
    const { body } = await market.call(`POST ${sponsor}/payables`, payable('DT-1'));
    assert.deepEqual(
      [body.createdAt, body.updatedAt],
      ['2026-11-20T12:00:00.000-03:00', '2026-11-20T12:00:00.000-03:00'],
    );
    await market.advance(5);
    const { body: done } = await market.call(`GET ${sponsor}/payables/${body.id}`);
    assert.deepEqual(
      [done.processedAt, done.updatedAt],
      ['2026-11-20T12:00:05.000-03:00', '2026-11-20T12:00:05.000-03:00'],
    );
    await market.call(`PUT ${buyer}/signatures/sig_9q5t3w7k2x6n8v4c/approve`);
    const { body: signature } = await market.call(`GET ${buyer}/signatures/sig_9q5t3w7k2x6n8v4c`);
    assert.equal(signature.updatedAt, '2026-11-20T12:00:05.000-03:00');
    const answers = await Promise.all(
      [
        sponsor,
        `${sponsor}/payables?size=100`,
        `${sponsor}/payables/${body.id}/process`,
        buyer,
        `${buyer}/purchases`,
        `${buyer}/signatures`,
      ].map(async (path) => (await market.call(`GET ${path}`)).body),
    );
    const told = (await market.events()).map(({ payload }) => payload);
    const found = JSON.stringify([answers, told]).match(/"\w+At":("[^"]*"|null)/g) ?? [];
    assert.ok(found.length > 30);
    for (const text of found) {
      const [, value] = /:(.*)$/.exec(text) ?? [];
      assert.match(value === 'null' ? '2026-11-20T12:00:00.000-03:00' : JSON.parse(value ?? ''), moment, text);
    }
  });
});
