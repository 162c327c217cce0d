import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleRequest } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { type Browser, newPerson, signUp } from '../testing/browser.ts';
import { invoice, invoices } from '../testing/issuing-workspaces.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const platform = '/platform/v1';

describeOnDatabases('ids of another workspace', (open) => {
  let portal: TestPortal;
  // Both callers administer their workspaces, so that only the id can be refused.
  let owner: Browser;
  let other: Browser;
  before(async () => {
    portal = await startTestPortal({ open });
    [owner, other] = [await signUp(portal, newPerson()), await signUp(portal, newPerson())];
  });
  after(() => portal.close());

  const ask = async (request: string, body?: unknown) => {
    const answer = await owner.send(request.replace(' ', ` ${platform}`), { body });
    assert.ok(answer.status < 300, `${request} ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  /** One object of every kind that has an id, by its path parameter. */
  async function makeOneOfEach(): Promise<Record<string, string>> {
    const inbox = await ask('POST /inboxes', {});
    await portal.call(`POST /inbox/${inbox.id}`, { body: { hello: 'there' } });
    const endpoint = await ask('POST /webhook_endpoints', { url: inbox.url, event_types: ['*'] });
    const { body } = await owner.send('POST /account/console-key', { body: {} });
    await portal.call(`POST ${invoices}`, { key: body.api_key.secret, body: invoice });
    return {
      api_key_id: (await ask('POST /api_keys', { name: 'x', scopes: ['notas:read'] })).id,
      oauth_client_id: (await ask('POST /oauth_clients', { name: 'x', scopes: ['notas:read'] })).id,
      event_id: (await ask('GET /events')).data[0].id,
      endpoint_id: endpoint.id,
      delivery_id: (await ask('GET /deliveries')).data[0].id,
      inbox_id: inbox.id,
      message_id: (await ask(`GET /inboxes/${inbox.id}/messages`)).data[0].id,
      member_id: (await ask('GET /members')).data[0].id,
      invitation_id: (await ask('POST /invitations', { email: newPerson().email, role: 'reader' })).id,
    };
  }

  test('answer 404 in every operation that takes them, and work in their own workspace', async () => {
    const api = portal.context.apis.get('platform') as ServedApi;
    const ids = await makeOneOfEach();
    const send = (operation: Operation, caller: Browser) => {
      const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
        assert.ok(ids[name], `${operation.id}: no object was created for ${name}`);
        return ids[name];
      });
      const { body } = exampleRequest(api, operation);
      return caller.send(`${operation.method.toUpperCase()} ${platform}${path}`, { body: body?.value });
    };
    const walked = api.operations.filter(({ path }) => path.includes('{'));
    assert.ok(walked.length >= 20);
    // Deletions come last, children first, so that the owner finds everything.
    const turn = ({ method, path }: Operation) => (method === 'delete' ? 100 - path.length : 0);
    for (const operation of [...walked].sort((a, b) => turn(a) - turn(b))) {
      // The other workspace asks first: the object must still exist then.
      const { status, body } = await send(operation, other);
      assert.deepEqual([status, body.code], [404, 'not_found'], operation.id);
      assert.notEqual((await send(operation, owner)).status, 404, operation.id);
    }
  });

  test('are in no list of another workspace', async () => {
    const ids = Object.values(await makeOneOfEach());
    const lists = ['api_keys', 'oauth_clients', 'audit_events', 'events', 'webhook_endpoints', 'deliveries', 'inboxes'];
    for (const list of [...lists, 'members', 'invitations']) {
      const theirs = await other.send(`GET ${platform}/${list}?limit=100`);
      assert.equal(theirs.status, 200, list);
      for (const id of ids) assert.ok(!JSON.stringify(theirs.body).includes(id), `${list} shows ${id}`);
    }
  });
});
