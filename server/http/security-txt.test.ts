import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startTestPortal } from '../testing/test-portal.ts';

const year = 365 * 24 * 60 * 60 * 1000;

describe('whom to tell of a vulnerability', () => {
  for (const path of ['/.well-known/security.txt', '/security.txt']) {
    test(`is said by ${path} (RFC 9116)`, async () => {
      const portal = await startTestPortal({
        env: { SECURITY_CONTACT: 'mailto:security@portal.example', PUBLIC_URL: 'https://portal.example' },
        now: () => new Date('2026-11-29T10:00:00Z'),
      });
      const { status, headers, body } = await portal.call(`GET ${path}`);
      await portal.close();
      assert.equal(status, 200);
      assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
      const fields = new Map(
        body
          .trim()
          .split('\n')
          .map((line: string) => line.split(/: (.*)/s)),
      );
      assert.deepEqual([...fields.keys()], ['Contact', 'Expires', 'Preferred-Languages', 'Canonical']);
      assert.equal(fields.get('Contact'), 'mailto:security@portal.example');
      assert.equal(fields.get('Canonical'), 'https://portal.example/.well-known/security.txt');
      const left = Date.parse(String(fields.get('Expires'))) - Date.parse('2026-11-29T10:00:00Z');
      assert.ok(left > 0 && left < year, 'RFC 9116 asks for less than a year');
    });
  }

  test('is not said where the operator has named nobody', async () => {
    const portal = await startTestPortal();
    const { status } = await portal.call('GET /.well-known/security.txt');
    await portal.close();
    assert.equal(status, 404);
  });

  test('must be an address that can be opened', async () => {
    for (const contact of [
      'security@portal.example',
      'http://portal.example/security',
      'mailto:',
      'javascript:alert(1)',
      'https://a.example\nExpires: never',
    ])
      await assert.rejects(startTestPortal({ env: { SECURITY_CONTACT: contact } }), /SECURITY_CONTACT/, contact);
  });
});

describe('a portal at an https address', () => {
  test('tells browsers to come by https alone, with every response', async () => {
    const portal = await startTestPortal({ env: { PUBLIC_URL: 'https://portal.example' } });
    for (const request of [
      'GET /',
      'GET /livez',
      'GET /sandbox/notas/v1/customers',
      'GET /downloads/notas/openapi.yaml',
      'GET /nada',
      'POST /oauth/token',
      'GET /%0',
    ]) {
      const { headers } = await portal.call(request);
      assert.equal(headers['strict-transport-security'], 'max-age=31536000', request);
    }
    await portal.close();
  });

  test('at an http address it says nothing of it', async () => {
    const portal = await startTestPortal();
    assert.equal((await portal.call('GET /livez')).headers['strict-transport-security'], undefined);
    await portal.close();
  });
});
