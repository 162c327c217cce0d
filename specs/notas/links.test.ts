import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callNotas, notas } from '../../server/testing/notas.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

const company = 'com_m9s346q3d25vt4f5';
const invoice = `/companies/${company}/serviceinvoices/inv_s5aa819x9yp98106`;

describeOnDatabases('the links of Notas', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { PUBLIC_URL: 'https://portal.example' } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) => callNotas(portal, request, { key, ...options });

  test('row "Links": {rel, href} on an item and on what it embeds, and each can be followed', async () => {
    const answers = [
      await call(`GET ${invoice}`),
      await call('GET /company'),
      await call('GET /customers/cus_f5kznwj47tan9zt2'),
      await call('GET /charges/chg_7d2mq0w5xk81ztb3'),
    ];
    const { body } = answers[0] as (typeof answers)[0];
    const rels = (links: { rel: string }[]) => links.map(({ rel }) => rel);
    assert.deepEqual(rels(body.links), ['self', 'company', 'customer', 'pdf', 'xml', 'sendemail']);
    assert.deepEqual(body.customer.links, [
      { rel: 'self', href: `https://portal.example${notas}/customers/cus_f5kznwj47tan9zt2` },
    ]);
    const links = answers.flatMap(({ body: shown }) => [...shown.links, ...(shown.customer?.links ?? [])]);
    for (const { rel, href } of links) {
      assert.ok(href.startsWith(`https://portal.example${notas}/`), href);
      const method = rel === 'sendemail' ? 'PUT' : /capture|activate/.test(rel) ? 'POST' : 'GET';
      assert.equal(
        (await portal.call(`${method} ${href.replace('https://portal.example', '')}`, { key })).status,
        200,
        href,
      );
    }
    for (const path of ['/customers', '/companies', `/companies/${company}/serviceinvoices`, '/outbox']) {
      for (const record of (await call(`GET ${path}`)).body) {
        const self = record.links
          .find(({ rel }: { rel: string }) => rel === 'self')
          .href.replace('https://portal.example', '');
        assert.equal((await portal.call(`GET ${self}`, { key })).body.id, record.id);
      }
    }
  });

  test('links that are sent back are ignored, and not stored', async () => {
    const { body } = await call('GET /customers/cus_4mnpzx45hy43kwjr');
    const replaced = await call('PUT /customers/cus_4mnpzx45hy43kwjr', {
      body: { ...body, links: [{ rel: 'self', href: 'https://evil.example' }] },
    });
    assert.deepEqual([replaced.status, replaced.body.links], [200, body.links]);
    const rows = await portal.context.db.selectFrom('record').select('body').execute();
    assert.doesNotMatch(JSON.stringify(rows), /evil|\\"links\\"/);
  });
});
