import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base, type MarketCaller, newCaller, payable, sponsor, startMarket } from '../../server/testing/recebiveis.ts';
import { refused } from '../../server/testing/recebiveis-refusals.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import type { TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the authentication of Recebíveis', (open) => {
  let portal: TestPortal;
  let market: MarketCaller;
  before(async () => {
    portal = await startMarket(open);
    market = await newCaller(portal);
  });
  after(() => portal.close());

  test('row "Authentication": 401 without a valid Bearer key', async () => {
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

  test('row "Authentication": 403 without access to that sponsor or buyer, for anything below it', async () => {
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
    refused(await market.call(`POST ${foreign[1]}/signatures/sig_x/approve`), 403, 'Authorization_Error');
    assert.equal((await market.call('GET /sponsors')).body.page.totalElements, 2, 'no list shows them');
  });

  test('row "Authentication": an OAuth access token does what its scope allows', async () => {
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
    assert.match(notification ?? '', /recebiveis:payables:write/);
    assert.equal((await publish(writer, 'TK-1')).status, 202);
  });
});
