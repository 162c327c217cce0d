import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleRequest } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import type { ServedApi } from '../sandbox/served-api.ts';
import { at, invoice, invoices } from '../testing/issuing-workspaces.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const platform = '/platform/v1';

describeOnDatabases("another workspace's ids (issue 5, security)", (open) => {
  let portal: TestPortal;
  let key: string;
  let stranger: string;
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(at(0)) });
    [key, stranger] = [await portal.guest(), await portal.guest()];
  });
  after(() => portal.close());

  const make = async (request: string, body?: unknown) => {
    const answer = await portal.call(request.replace(' ', ` ${platform}`), { key, body });
    assert.ok(answer.status < 300, `${request} ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  test('answer 404 in every operation whose path has one, and to their own workspace they do not', async () => {
    const api = portal.context.apis.get('platform') as ServedApi;
    await portal.call(`POST ${invoices}`, { key, body: invoice });
    const inbox = await make('POST /inboxes', {});
    const endpoint = await make('POST /webhook_endpoints', { url: inbox.url, event_types: ['*'] });
    const ids: Record<string, string | undefined> = {
      api_key_id: (await make('POST /api_keys', { name: 'x', scopes: ['notas:read'] })).id,
      oauth_client_id: (await make('POST /oauth_clients', { name: 'x', scopes: ['notas:read'] })).id,
      event_id: (await make('GET /events')).data[0]?.id,
      endpoint_id: endpoint.id,
      inbox_id: inbox.id,
    };
    const unknown = new Set<string>();
    const send = (operation: Operation, caller: string) => {
      const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
        if (!ids[name]) unknown.add(name);
        return ids[name] ?? 'nobody';
      });
      const { body } = exampleRequest(api, operation);
      return portal.call(`${operation.method.toUpperCase()} ${platform}${path}`, { key: caller, body: body?.value });
    };
    const walked = api.operations.filter(({ path }) => path.includes('{'));
    assert.ok(walked.length >= 15);
    // Deletions come last, those of what lies below others first, so that the owner finds everything.
    const turn = ({ method, path }: Operation) => (method === 'delete' ? 100 - path.length : 0);
    for (const operation of [...walked].sort((a, b) => turn(a) - turn(b))) {
      const { status, body } = await send(operation, stranger);
      assert.deepEqual([status, body.code], [404, 'not_found'], operation.id);
      if ([...operation.path.matchAll(/\{([^}]+)\}/g)].every(([, name = '']) => ids[name]))
        assert.notEqual((await send(operation, key)).status, 404, operation.id);
    }
    // Those are made by what happens, or by people; the tests beside them look at strangers, too.
    assert.deepEqual([...unknown].sort(), ['delivery_id', 'invitation_id', 'member_id', 'message_id']);
  });

  test('are in none of the lists of anybody else', async () => {
    const mine = (await make('GET /api_keys')).data.map(({ id }: { id: string }) => id);
    for (const path of ['/api_keys', '/oauth_clients', '/audit_events', '/events']) {
      const theirs = await portal.call(`GET ${platform}${path}`, { key: stranger });
      assert.equal(theirs.status, 200);
      for (const id of mine) assert.ok(!JSON.stringify(theirs.body).includes(id), path);
    }
  });
});
