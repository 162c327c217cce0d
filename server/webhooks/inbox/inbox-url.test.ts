import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { array, assert as check, constant, constantFrom, oneof, property } from 'fast-check';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import type { TestPortal } from '../../testing/test-portal.ts';
import { newWebhookWorkspace, startDeliveringPortal, type WebhookWorkspace } from '../../testing/webhook-workspace.ts';
import { findInboxId } from './inbox-url.ts';

const id = `inb_${'0123456789abcdef'.repeat(2)}`;

test('whatever is taken for an inbox leads to exactly that inbox when it is requested', () => {
  const part = oneof(
    constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '%2F',
      '%5c',
      '\\',
      '/',
      '//',
      '\t',
      '?',
      '#',
      '@',
      ':',
      'user@',
      '.',
      ':80',
    ),
    constantFrom('inbox', 'INBOX', 'platform', 'v1', 'portal.example', 'http:', 'HTTP://'),
    constant(id),
  );
  const begun = constantFrom('http://portal.example/inbox/', 'HTTP://PORTAL.example:80/inbox/', '');
  check(
    property(begun, array(part, { maxLength: 8 }), constantFrom('', `/${id}`), (start, parts, end) => {
      const text = `${start}${parts.join('')}${end}`;
      const found = findInboxId('http://portal.example', text);
      if (found === undefined) return;
      const { origin, pathname, username, hash } = new URL(text);
      assert.deepEqual([origin, pathname, username, hash], ['http://portal.example', `/inbox/${found}`, '', ''], text);
    }),
    { numRuns: 5000 },
  );
});

test('an inbox is found in every spelling of its own address, also below a path', () => {
  for (const text of [`HTTP://Portal.Example:80/inbox/${id}?a=b`, `http:\\\\portal.example\\inbox\\x\\..\\${id}`])
    assert.equal(findInboxId('http://portal.example', text), id, text);
  assert.equal(findInboxId('https://a.example/portal', `https://a.example/portal/inbox/${id}`), id);
  assert.equal(findInboxId('https://a.example/portal', `https://a.example/inbox/${id}`), undefined);
});

describeOnDatabases('an endpoint at the address of the portal', (open) => {
  let portal: TestPortal;
  let workspace: WebhookWorkspace;
  before(async () => {
    portal = await startDeliveringPortal({
      open,
      env: { WEBHOOK_ALLOWED_HOSTS: '', PUBLIC_URL: 'http://127.0.0.1:3000' },
    });
    workspace = await newWebhookWorkspace(portal);
  });
  after(() => portal.close());

  const create = (url: string) => workspace.call('POST /webhook_endpoints', { url });

  test('may be an existing inbox', async () => {
    const { body: inbox } = await workspace.call('POST /inboxes');
    assert.equal((await create(inbox.url)).status, 201);
    assert.equal((await create(inbox.url.replace('http:', 'HTTP:'))).status, 201);
    await workspace.call(`DELETE /inboxes/${inbox.id}`);
    assert.equal((await create(inbox.url)).status, 422);
  });

  test('is refused for everything else that the server answers, in any spelling', async () => {
    const { body: inbox } = await workspace.call('POST /inboxes');
    const start = 'http://127.0.0.1:3000/inbox/';
    for (const url of [
      `${start}../platform/v1/me`,
      `${start}%2e%2e/platform/v1/me`,
      `${start}.%2E/platform/v1/me`,
      `${start}..\\platform\\v1\\me`,
      `${start}..%2Fplatform/v1/me`,
      `${start}..//platform/v1/me`,
      `${start}`,
      `${start}${id}`,
      `${inbox.url}/`,
      `${inbox.url}/../../platform/v1/me`,
      `${inbox.url}%2F..%2F..%2Fplatform`,
      `${inbox.url}#platform`,
      inbox.url.replace('/inbox/', '//inbox/'),
      inbox.url.replace('/inbox/', '/INBOX/'),
      inbox.url.replace('http://', 'http://user:pw@'),
      inbox.url.replace('127.0.0.1', '127.0.0.1.').replace('/inbox/', '/inbox/../platform/'),
      inbox.url.replace(':3000', ''),
    ]) {
      const { status, body } = await create(url);
      assert.equal(status, 422, `${url}: ${JSON.stringify(body)}`);
    }
  });
});
