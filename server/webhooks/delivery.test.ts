import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { WebhookSuite } from '../testing/webhook-suite.ts';
import { verifySignature } from './signature.ts';

describeOnDatabases('webhook delivery (dialects.md 5, all APIs): requests', (open) => {
  const suite = new WebhookSuite(open);

  test('a JSON POST with its own User-Agent, a Standard Webhooks signature, and the API’s own body', async () => {
    await suite.fresh();
    const { secret } = await suite.workspace.endpoint(suite.receiver.url);
    const { body: issued } = await suite.workspace.issue();
    const [request] = await suite.received(1);
    assert.ok(request);
    assert.equal(request.method, 'POST');
    assert.equal(request.headers['content-type'], 'application/json; charset=UTF-8');
    assert.match(request.headers['user-agent'] ?? '', /^Cais-Webhooks\/1\.0 \(\+http/);
    assert.equal(verifySignature(request.headers, Buffer.from(request.body), [secret], new Date()), 'valid');
    const body = JSON.parse(request.body);
    assert.deepEqual([body.event.type, body.event.data.document.id], ['document_processing', issued.id]);
    const [delivery] = await suite.settled('delivered');
    assert.equal(delivery.event_id, request.headers['webhook-id']);
    const { attempts, payload } = await suite.workspace.delivery(delivery.id);
    assert.deepEqual(payload, body);
    assert.deepEqual(
      attempts[0].request.headers,
      Object.fromEntries(Object.entries(request.headers).filter(([name]) => name in attempts[0].request.headers)),
    );
    assert.deepEqual(
      [attempts.length, attempts[0].outcome, attempts[0].response.status, attempts[0].request.body],
      [1, 'delivered', 200, request.body],
    );
    assert.equal(attempts[0].address, '127.0.0.1');
  });

  test('later steps of a lifecycle are delivered without any request that reads them', async () => {
    await suite.fresh();
    await suite.workspace.endpoint(suite.receiver.url, { event_types: ['notas:document_success'] });
    const issued = await suite.workspace.issue();
    await suite.workspace.advance(60);
    const [request] = await suite.received(1);
    assert.equal(JSON.parse(request?.body ?? '{}').event.data.document.id, issued.body.id);
    const [event] = (await suite.workspace.call(`GET /events?type=document_success`)).body.data;
    assert.equal(
      event.request_id,
      issued.headers['x-request-id'],
      'the cause is still the call that issued the invoice',
    );
    const byRequest = await suite.workspace.call(`GET /events?request_id=${issued.headers['x-request-id']}`);
    assert.deepEqual(byRequest.body.data.length, 8);
  });
});
