import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callCrm } from '../../server/testing/crm.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import {
  type CallOptions,
  startTestPortal,
  type TestAnswer,
  type TestPortal,
} from '../../server/testing/test-portal.ts';

describeOnDatabases('what is gone from CRM', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date('2026-11-20T12:00:00Z') });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown, options: CallOptions = {}): Promise<TestAnswer> =>
    callCrm(portal, request, { key, body, ...options });

  test('row "one v1 endpoint is gone for good": it answers 410', async () => {
    const { status, headers, body } = await call('GET /v1/contatos');
    assert.deepEqual([status, headers['content-type']], [410, 'application/problem+json; charset=UTF-8']);
    assert.deepEqual([body.status, body.code], [410, 'gone']);
    for (const request of ['POST /v1/contatos', 'DELETE /v1/contatos', 'GET /v1/contatos/7', 'PATCH /v1/contatos/7'])
      assert.equal((await call(request, request.startsWith('P') ? {} : undefined)).status, 410, request);
    assert.equal((await call('GET /v2/contatos')).status, 404);
  });

  test('row "When the workspace\'s clock passes the Sunset, all of v1 does": 410 with the link to the guide', async () => {
    const key = await portal.guest();
    const ask = (request: string) => call(request, undefined, { key });
    assert.equal((await ask('GET /v1/oportunidades/2')).status, 200);
    const moved = await portal.call('PATCH /platform/v1/workspace/clock', {
      key,
      body: { now: '2027-06-30T03:00:00Z' },
    });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    for (const request of ['GET /v1/oportunidades/2', 'DELETE /v1/usuarios', 'GET /v1/nada', 'GET /v1/contatos']) {
      const { status, headers, body } = await ask(request);
      assert.deepEqual([status, body.code], [410, 'gone'], request);
      assert.match(body.detail, /2027-06-30.*\/guides\/versions$/);
      assert.match(headers.link ?? '', /rel="sunset"/);
    }
    assert.equal((await ask('GET /v2/oportunidades/2')).status, 200);
  });
});
