import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { customer, customers } from '../testing/notas.ts';
import { assertRefused, startRefusingPortal } from '../testing/notas-refusals.ts';
import type { TestPortal } from '../testing/test-portal.ts';

describe('unreadable requests, in the envelope of Notas', () => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    portal = await startRefusingPortal();
    key = await portal.guest();
  });
  after(() => portal.close());

  const post = (body: unknown, headers = {}) => portal.call(`POST ${customers}`, { key, body, headers });

  test('400: a body that is not JSON', async () => {
    for (const body of ['{"name": "Ana",}', '{', 'name=Ana', '{"a": 1} {"b": 2}', "{'name': 'Ana'}"])
      assertRefused(await post(body), 400, 'invalid_json');
  });

  test('400: a body that would change prototypes', async () => {
    assertRefused(await post('{"__proto__": {"admin": true}, "name": "Ana"}'), 400, 'invalid_json');
    assertRefused(await post('{"address": {"__proto__": {"admin": true}}}'), 400, 'invalid_json');
    assertRefused(await post('{"constructor": {"prototype": {"admin": true}}}'), 400, 'invalid_json');
    assert.equal(({} as { admin?: boolean }).admin, undefined);
  });

  test('400: a body nested too deeply', async () => {
    const depth = 50_000;
    assertRefused(await post(`${'['.repeat(depth)}${']'.repeat(depth)}`), 400, 'invalid_json');
    assertRefused(await post(`${'{"metadata":'.repeat(depth)}1${'}'.repeat(depth)}`), 400, 'invalid_json');
  });

  test('400: text that no database stores: NUL, and lone surrogates', async () => {
    assertRefused(await post('{"name": "Ana\\u0000Lima"}'), 400, 'invalid_json');
    assertRefused(await post('{"metadata": {"a\\ud800": "b"}}'), 400, 'invalid_json');
    const backslashed = await post({ ...customer, name: 'a\\u0000', metadata: { smile: '\u{1F600}' } });
    assert.deepEqual(
      [backslashed.status, backslashed.body.name],
      [201, 'a\\u0000'],
      'the backslash itself is text like any other',
    );
  });

  test('400: an address that cannot be decoded', async () => {
    assertRefused(await portal.call(`GET ${customers}/%E0%A4%A`, { key }), 400, 'invalid_request');
    assertRefused(await portal.call(`GET ${customers}?external_id=a%00b`, { key }), 400, 'invalid_request');
    assertRefused(await portal.call(`GET ${customers}/cus_%00`, { key }), 400, 'invalid_request');
  });

  test('413: a body above one mebibyte', async () => {
    assertRefused(await post({ ...customer, name: 'a'.repeat(1024 * 1024) }), 413, 'too_large');
  });

  test('415: another type, another charset, or bytes that are not UTF-8; Accept-Post lists the accepted types', async () => {
    const taken = 'application/json, application/x-www-form-urlencoded, application/xml, text/xml';
    for (const type of [
      'text/plain',
      'multipart/form-data',
      'application/json; charset=iso-8859-1',
      'application/jsonx',
      'not a type',
      '=',
    ]) {
      const answer = await post(customer, { 'content-type': type });
      assertRefused(answer, 415, 'unsupported_media_type');
      assert.equal(answer.headers['accept-post'], taken, type);
    }
    const { statusCode } = await portal.app.inject({
      method: 'POST',
      url: customers,
      headers: {
        authorization: `Basic ${Buffer.from(`${key}:x`).toString('base64')}`,
        'content-type': 'application/json',
      },
      payload: Buffer.from('{"name": "Jos\xe9"}', 'latin1'),
    });
    assert.equal(statusCode, 415);
    const patched = await portal.call(`PATCH ${customers}/cus_f5kznwj47tan9zt2`, {
      key,
      body: 'a',
      headers: { 'content-type': 'text/plain' },
    });
    assertRefused(patched, 415, 'unsupported_media_type');
    assert.equal(patched.headers['accept-patch'], taken);
  });

  test('UTF-8 is accepted in any notation', async () => {
    for (const type of ['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON']) {
      assert.equal((await post(customer, { 'content-type': type })).status, 201, type);
    }
  });
});
