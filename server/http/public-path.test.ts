import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newPerson, openBrowser, setCookies } from '../testing/browser.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const publicUrl = 'https://example.com/developers';

describeOnDatabases('A portal below a path', (open) => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cais-site-'));
    mkdirSync(join(folder, 'site/en'), { recursive: true });
    for (const page of ['index.html', '404.html', 'reference.html', 'en/index.html', 'en/404.html'])
      writeFileSync(join(folder, 'site', page), page);
    writeFileSync(join(folder, 'inline-hashes.json'), JSON.stringify({ scripts: [], styles: [] }));
    portal = await startTestPortal({ open, env: { PUBLIC_URL: publicUrl, CAIS_DIR: folder } });
    key = await portal.guest();
  });
  after(() => portal.close());

  test('serves its pages below it, and where a proxy has taken it away', async () => {
    const pages = {
      '': 'index.html',
      '/': 'index.html',
      '/?q=1': 'index.html',
      '/en/': 'en/index.html',
      '/reference': 'reference.html',
    };
    for (const [address, page] of Object.entries(pages)) {
      for (const path of ['/developers', ...(address ? [''] : [])]) {
        const { status, body } = await portal.call(`GET ${path}${address}`);
        assert.deepEqual([status, body], [200, page], path + address);
      }
    }
    assert.equal((await portal.call('GET /developers/en/nothing')).body, 'en/404.html');
    assert.equal((await portal.call('GET /developersreference')).status, 404);
    const answer = await portal.call('GET http://example.com/developers/reference');
    assert.equal(answer.body, 'reference.html');
  });

  test('redirects below it', async () => {
    for (const path of ['/developers', '']) {
      const { status, headers } = await portal.call(`GET ${path}/reference/`);
      assert.deepEqual([status, headers.location], [301, '/developers/reference']);
    }
  });

  test('says of everything created where it is', async () => {
    const authorization = { authorization: `Bearer ${key}` };
    const created = {
      api_keys: { name: 'k', scopes: ['webhooks:read'] },
      oauth_clients: { name: 'c', scopes: ['webhooks:read'] },
      inboxes: { name: 'i' },
      webhook_endpoints: { url: 'https://93.184.215.14/' },
    };
    for (const [collection, body] of Object.entries(created)) {
      const path = `/developers/platform/v1/${collection}`;
      const made = await portal.call(`POST ${path}`, { headers: authorization, body });
      assert.equal(made.status, 201, `${collection}: ${JSON.stringify(made.body)}`);
      assert.equal(made.headers.location, `${path}/${made.body.id}`);
      const { status } = await portal.call(`GET ${made.headers.location}`, { headers: authorization });
      assert.equal(status, 200, collection);
      if (collection === 'inboxes') assert.equal(made.body.url, `${publicUrl}/inbox/${made.body.id}`);
    }
    const guest = await portal.call('POST /developers/platform/v1/guest_workspaces');
    assert.equal(guest.headers.location, '/developers/platform/v1/workspace');
  });

  test('links an older version to its successor, and errors to their page, below it', async () => {
    const { headers, body } = await portal.call('GET /developers/sandbox/crm/v1/oportunidades');
    assert.match(String(headers.link), /<\/developers\/sandbox\/crm\/v2\/oportunidades>; rel="successor-version"/);
    assert.match(JSON.stringify(body), /https:\/\/example\.com\/developers\/guides\/errors#/);
  });

  test('publishes the metadata of its authorization server between host and path (RFC 8414), and below the path', async () => {
    for (const address of [
      '/.well-known/oauth-authorization-server/developers',
      '/developers/.well-known/oauth-authorization-server',
      '/.well-known/oauth-authorization-server',
    ]) {
      const { status, body } = await portal.call(`GET ${address}`);
      assert.deepEqual([status, body.issuer], [200, publicUrl], address);
      assert.equal(body.token_endpoint, `${publicUrl}/oauth/token`);
      const keys = await portal.call(`GET ${new URL(body.jwks_uri).pathname}`);
      assert.equal(keys.body.keys.length > 0, true);
    }
  });

  test('sets cookies for its path alone, and signs people in by them', async () => {
    const browser = openBrowser(portal);
    const answer = await browser.send('POST /developers/account/sign-up', { body: newPerson() });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    const paths = setCookies(answer).map((line) => /; Path=([^;]*)/i.exec(line)?.[1]);
    assert.deepEqual(new Set(paths), new Set(['/developers', '/developers/account']));
    const { body } = await browser.send('GET /developers/account/session');
    assert.notEqual(body.person, null);
    const out = await browser.send('POST /developers/account/sign-out', { body: {} });
    for (const line of setCookies(out)) assert.match(line, /; Path=\/developers/i);
  });
});
