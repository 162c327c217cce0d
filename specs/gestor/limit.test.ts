import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callGestor } from '../../server/testing/gestor.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the rate limit of Gestor (dialects.md 2)', (open) => {
  let portal: TestPortal;
  let now = Date.parse('2026-11-20T12:00:00.250Z');
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now), env: { LIMITS: 'on' } });
  });
  after(() => portal.close());

  test('429 says how many seconds to wait, and waiting exactly that long succeeds', async () => {
    const key = await portal.guest();
    const read = () => callGestor(portal, key, 'GET /produtos/1');
    for (let round = 0; round < 3; round++) {
      let answer = await read();
      let sent = 1;
      for (; answer.status === 200 && sent < 500; sent++) answer = await read();
      assert.deepEqual([answer.status, answer.body.codigo], [429, 'too_many_requests']);
      if (round === 0) assert.equal(sent, 101);
      const wait = answer.headers['x-rate-limit-retry-after-seconds'];
      assert.match(String(wait), /^[1-9]\d*$/);
      now += Number(wait) * 1000;
      assert.equal((await read()).status, 200, 'the wait was too short');
    }
    assert.equal((await callGestor(portal, await portal.guest(), 'GET /produtos/1')).status, 200);
  });

  test("a key's own limit tells the wait in the same header", async () => {
    const key = { name: 'Integração', scopes: ['gestor:read'], requests_per_minute: 1 };
    const { body } = await portal.call('POST /platform/v1/api_keys', { key: await portal.guest(), body: key });
    const read = () => callGestor(portal, body.secret, 'GET /produtos/1');
    assert.equal((await read()).status, 200);
    const { status, headers } = await read();
    assert.deepEqual([status, headers['x-rate-limit-retry-after-seconds']], [429, headers['retry-after']]);
    now += Number(headers['retry-after']) * 1000;
    assert.equal((await read()).status, 200);
  });
});
