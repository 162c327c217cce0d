import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  available,
  base,
  buyer,
  type MarketCaller,
  newCaller,
  payable,
  sponsor,
  startMarket,
} from '../../server/testing/recebiveis.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import type { TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the links of Recebíveis', (open) => {
  let portal: TestPortal;
  let market: MarketCaller;
  before(async () => {
    portal = await startMarket(open);
  });
  after(() => portal.close());
  const begin = async () => {
    market = await newCaller(portal);
  };

  const root = `https://portal.example${base}`;
  const get = async (path: string) => (await market.call(`GET ${path}`)).body;
  const linksOf = async (path: string) => Object.keys((await get(path))._links).sort();
  const unapproved = `${buyer}/signatures/0zkvnbfZsE`;
  const approved = `${buyer}/signatures/sig_4n8c2v6x9t3q7w5k`;

  test('row "Hypermedia": href and type, templated where a value must be filled in', async () => {
    await begin();
    assert.deepEqual((await get(`${sponsor}/payables/${available}`))._links, {
      self: { href: `${root}${sponsor}/payables/${available}`, type: 'GET' },
      sponsor: { href: `${root}${sponsor}`, type: 'GET' },
      process: { href: `${root}${sponsor}/payables/${available}/process`, type: 'GET' },
      cancel: { href: `${root}${sponsor}/payables/${available}/cancel`, type: 'PUT' },
      update: { href: `${root}${sponsor}/payables/${available}`, type: 'PUT' },
      delete: { href: `${root}${sponsor}/payables/${available}`, type: 'DELETE' },
      purchase: { href: `${root}/buyers/{buyerId}/purchases`, type: 'POST', templated: true },
    });
    const { _links } = await get(sponsor);
    assert.deepEqual(_links.payables, {
      href: `${root}${sponsor}/payables{?status,externalId,invoiceNumber,page,size,sort,search}`,
      type: 'GET',
      templated: true,
    });
    assert.deepEqual(_links.createPayable, { href: `${root}${sponsor}/payables`, type: 'POST' });
  });

  test('row "Hypermedia": an approved signature offers only unapprove, an unapproved one only approve', async () => {
    await begin();
    const always = ['buyer', 'documents', 'purchase', 'self'];
    assert.deepEqual(await linksOf(unapproved), [...always, 'approve'].sort());
    assert.deepEqual(await linksOf(approved), [...always, 'unapprove'].sort());
    const listed = (await get(`${buyer}/signatures`))._embedded.signatures;
    assert.deepEqual(
      listed.map((signature: { _links: object }) => Object.keys(signature._links).filter((rel) => /approve/.test(rel))),
      [['approve'], ['unapprove']],
      'in a list too',
    );
  });

  test('row "signatures": approve and unapprove toggle its status', async () => {
    await begin();
    const { _links } = await get(unapproved);
    assert.deepEqual(await market.follow(_links.approve).then(({ status, body }) => [status, body]), [204, '']);
    const after = await get(unapproved);
    assert.equal(after.status, 'APPROVED');
    assert.equal((await market.follow(after._links.unapprove)).status, 204);
    assert.equal((await get(unapproved)).status, 'UNAPPROVED');
    assert.deepEqual(
      (await market.events()).map(({ type }) => type),
      ['signature_approved', 'signature_unapproved'],
    );
  });

  test('row "Following a link that is not offered: 412", and nothing happens', async () => {
    await begin();
    for (const [method, record, link] of [
      ['POST', approved, 'approve'],
      ['POST', unapproved, 'unapprove'],
      ['PUT', `${sponsor}/payables/pay_3x7v5t9n4c8q2k6w`, 'cancel'],
      ['PUT', `${sponsor}/payables/pay_2c6x8k4n9w3t5q7v`, 'cancel'],
      ['PUT', `${sponsor}/payables/pay_6q8t4c2w7k5x9n3v`, 'cancel'],
      ['DELETE', `${sponsor}/payables/pay_2c6x8k4n9w3t5q7v`, 'delete'],
    ]) {
      const before = await get(record as string);
      const { status, body } = await market.call(`${method} ${record}${method === 'DELETE' ? '' : `/${link}`}`);
      assert.deepEqual([status, body.type], [412, 'Business_Logic_Error'], `${record} ${link}`);
      assert.match(body.notifications[0], new RegExp(`"${link}" não é oferecido.*"${before.status}"`));
      assert.deepEqual(await get(record as string), before);
    }
    const update = await market.call(`PUT ${sponsor}/payables/pay_3x7v5t9n4c8q2k6w`, payable('PED-7712'));
    assert.equal(update.status, 412);
    assert.deepEqual(await market.events(), []);
  });

  test('every state of a payable: an offered link works, any other is 412', async () => {
    await begin();
    const seeds = (await get(`${sponsor}/payables`))._embedded.payables as {
      id: string;
      externalId: string;
      _links: Record<string, unknown>;
    }[];
    for (const { id, externalId, _links } of seeds) {
      const path = `${sponsor}/payables/${id}`;
      const updated = await market.call(`PUT ${path}`, payable(externalId));
      assert.equal(updated.status, _links.update ? 204 : 412, id);
      const canceled = await market.call(`PUT ${path}/cancel`);
      assert.equal(canceled.status, _links.cancel ? 204 : 412, id);
      const deleted = await market.call(`DELETE ${path}`);
      assert.equal(deleted.status, _links.delete ? 204 : 412, id);
    }
  });

  test('of many simultaneous requests for one link, one succeeds', async () => {
    await begin();
    const answers = await Promise.all(Array.from({ length: 8 }, () => market.call(`POST ${unapproved}/approve`)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [204, ...Array(7).fill(412)]);
    assert.deepEqual(
      (await market.events()).map(({ type }) => type),
      ['signature_approved'],
    );
  });

  test('every link of every readable record leads somewhere', async () => {
    await begin();
    const seen = new Set<string>();
    const walk = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const { status, body } = await market.call(`GET ${path}`);
      assert.equal(status, 200, path);
      for (const [, href = ''] of JSON.stringify(body).matchAll(/"href":"([^"]*)","type":"GET"/g))
        await walk(href.replace(root, '').replace(/\{.*\}$/, ''));
    };
    await walk('/sponsors');
    await walk('/buyers');
    assert.ok(seen.size > 30, `${seen.size}`);
  });
});
