import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agenda, withApis } from '../../testing/with-apis.ts';

interface Shown {
  operation?: string;
  file: string;
  line: number;
  message: string;
}

describe('what strangers are told of faults', () => {
  test('where everybody may know, strangers are told what is left out and where, but nothing of what was thrown', async () => {
    const secrets = [
      'password=hunter2',
      'AKIAIOSFODNN7EXAMPLE',
      '/srv/My Files/key',
      'postgres://cais:hid/den@db.example',
    ];
    const thrown = { 'openapi.yaml': agenda, 'sandbox.ts': `throw new Error('no ${secrets.join(', ')}');` };
    const named = { 'openapi.yaml': agenda.replace('schemas/Visit', 'schemas/hunter2') };
    const headers = { host: 'portal.example', 'accept-language': 'en' };
    await withApis(
      { thrown, named },
      async (portal, key) => {
        const { body } = await portal.call('GET /readyz?verbose', { headers });
        assert.deepEqual(
          (body.faults as Shown[]).map(({ file, line, operation, message }) => [file, line, operation, message]),
          [
            ['named/openapi.yaml', 8, 'GET /visits', 'The document cannot be read.'],
            ['thrown/sandbox.ts', 1, undefined, 'The profile cannot be used.'],
          ],
        );
        const lost = await portal.call('GET /sandbox/thrown/visits', { key, headers });
        assert.match(
          JSON.stringify(lost.body),
          /thrown\/sandbox\.ts:1 The profile cannot be used\. Correct the profile/,
        );
        const told = JSON.stringify([body, lost.body]);
        for (const word of ['hunter2', 'AKIA', 'My Files', 'hid', 'db.example']) assert.ok(!told.includes(word), word);
        const own = await portal.call('GET /readyz?verbose', { headers: { 'accept-language': 'en' } });
        assert.match(JSON.stringify(own.body), /hunter2 has no target/);
      },
      { FAULT_DETAILS: 'open' },
    );
  });

  test('strangers are told that an API is not served, but not why', async () => {
    const apis = { broken: { 'openapi.yaml': agenda, 'sandbox.ts': 'throw new Error("it broke");' } };
    const foreign = { headers: { host: 'portal.example', 'accept-language': 'en' } };
    await withApis(apis, async (portal, key) => {
      assert.deepEqual((await portal.call('GET /readyz?verbose', foreign)).body, { status: 'ok' });
      const { status, body } = await portal.call('GET /sandbox/broken/visits', { key, ...foreign });
      assert.equal(status, 503);
      assert.doesNotMatch(JSON.stringify(body), /sandbox\.ts|it broke/);
      assert.equal((await portal.call('GET /readyz')).body.faults, undefined, 'nor who does not ask');
    });
    await withApis(
      apis,
      async (portal) => assert.equal((await portal.call('GET /readyz?verbose')).body.faults, undefined),
      { FAULT_DETAILS: 'off' },
    );
  });
});
