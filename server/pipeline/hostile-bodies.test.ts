import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

/**
 * One creating operation per API, the list that would show its record, and the statuses for unreadable and unsupported
 * bodies.
 */
const apis = [
  { name: 'Notas', path: '/sandbox/notas/v1/customers', unreadable: 400, unsupported: 415 },
  { name: 'Gestor', path: '/sandbox/gestor/v1/produtos', unreadable: 400, unsupported: 415 },
  {
    name: 'Recebíveis',
    path: '/sandbox/recebiveis/v2/buyers/123/purchases',
    unreadable: 400,
    unsupported: 400,
  },
  { name: 'CRM', path: '/sandbox/crm/v2/usuarios', unreadable: 400, unsupported: 415 },
  { name: 'Plataforma', path: '/platform/v1/oauth_clients', unreadable: 400, unsupported: 415 },
  // Its document declares 422 and no 400.
  { name: 'an API without a profile', path: '/sandbox/biblioteca/leitores', unreadable: 422, unsupported: 415 },
];

const json = 'application/json; charset=utf-8';
const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

for (const { name, path, unreadable, unsupported } of apis) {
  describe(`hostile bodies, ${name}`, () => {
    let portal: TestPortal;
    let key: string;
    let atFirst: string;
    before(async () => {
      portal = await startTestPortal();
      key = await portal.guest();
      atFirst = await records();
    });
    after(() => portal.close());

    const records = async () => JSON.stringify((await portal.call(`GET ${path}`, { key })).body);
    const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
      portal.call(`POST ${path}`, {
        key,
        body: payload.toString('latin1'),
        headers: { 'content-type': json, ...headers },
      });

    const unreadables: Record<string, string> = {
      'a name that would change prototypes': '{"__proto__":{"admin":true}}',
      'a constructor that would': '{"constructor":{"prototype":{"admin":true}}}',
      'a name twice': '{"name":"Ana","name":"Bia"}',
      'a name twice, far inside': '{"a":[{"b":1,"\\u0062":2}]}',
      'nesting without end': nested,
      'NUL in a text': '{"name":"a\\u0000"}',
      'half a character': '{"name":"\\ud800"}',
      'no JSON at all': '{"name":"Ana",}',
      'the beginning of JSON': '{"name":',
      NaN: '{"name":NaN}',
    };
    for (const [what, body] of Object.entries(unreadables)) {
      test(`${what} is refused in the API's own format, and nothing is stored`, async () => {
        const { status, headers, body: refusal } = await send(body, { 'accept-language': 'en' });
        assert.equal(status, unreadable);
        assert.match(headers['content-type'] ?? '', /json/);
        assert.match(JSON.stringify(refusal), /cannot be read as JSON/);
        assert.match(headers['x-request-id'] ?? '', /^req_/);
        assert.equal(await records(), atFirst);
      });
    }

    test('a compressed body, a bomb or not, is refused before it is unpacked', async () => {
      const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
      for (const coding of ['gzip', 'br', 'deflate', 'gzip, gzip', 'x-unknown']) {
        const { status, headers, body } = await send(bomb, { 'content-encoding': coding, 'accept-language': 'en' });
        assert.equal(status, unsupported, coding);
        assert.equal(headers['accept-encoding'], 'identity', coding);
        assert.match(JSON.stringify(body), /without Content-Encoding/, coding);
      }
      assert.equal(await records(), atFirst);
    });

    test('a body in another charset, or in bytes that are not UTF-8, is refused', async () => {
      for (const [payload, type] of [
        ['{}', 'application/json; charset=utf-16'],
        [Buffer.from('{"name":"\xe3\x28"}', 'latin1'), json],
        ['<a/>', 'text/html'],
      ] as const) {
        const response = await portal.app.inject({
          method: 'POST',
          url: path,
          headers: { ...(await credentials()), 'content-type': type },
          payload,
        });
        assert.equal(response.statusCode, unsupported, type);
      }
      assert.equal(await records(), atFirst);
    });

    test('a byte order mark is accepted', async () => {
      const response = await portal.app.inject({
        method: 'POST',
        url: path,
        headers: { ...(await credentials()), 'content-type': json },
        payload: Buffer.from('\ufeff{"none":1}'),
      });
      assert.doesNotMatch(response.body, /invalid_json|JSON válido/);
    });

    const credentials = async (): Promise<Record<string, string>> =>
      path.includes('gestor')
        ? { apikey: key }
        : path.includes('biblioteca')
          ? { 'x-chave-biblioteca': key }
          : { authorization: path.includes('notas') ? `Basic ${btoa(`${key}:x`)}` : `Bearer ${key}` };
  });
}
