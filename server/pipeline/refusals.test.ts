import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

const customers = '/sandbox/notas/v1/customers';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};

describe('a request that cannot be done is refused in the envelope of Notas', () => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    portal = await startTestPortal({ env: { PUBLIC_URL: 'https://portal.example' } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const post = (body: unknown, headers = {}) => portal.call(`POST ${customers}`, { key, body, headers });

  /** Asserts status and codes, and that every entry of the envelope is whole. */
  function assertRefused({ status, headers, body }: TestAnswer, expected: number, ...codes: string[]): void {
    assert.equal(status, expected, JSON.stringify(body));
    assert.equal(headers['content-type'], 'application/json; charset=UTF-8');
    assert.deepEqual(
      body.errors.map(({ code }: { code: string }) => code),
      codes,
    );
    for (const { userMessage, internalMessage, code, moreInfo } of body.errors) {
      assert.ok(userMessage && internalMessage && userMessage !== internalMessage);
      assert.equal(moreInfo, `https://portal.example/guides/errors#${code}`);
    }
  }

  test('400: a body that is no JSON', async () => {
    for (const body of ['{"name": "Ana",}', '{', 'name=Ana', '{"a": 1} {"b": 2}', "{'name': 'Ana'}"])
      assertRefused(await post(body), 400, 'invalid_json');
  });

  test('400: a body that would change prototypes', async () => {
    assertRefused(await post('{"__proto__": {"admin": true}, "name": "Ana"}'), 400, 'invalid_json');
    assertRefused(await post('{"address": {"__proto__": {"admin": true}}}'), 400, 'invalid_json');
    assertRefused(await post('{"constructor": {"prototype": {"admin": true}}}'), 400, 'invalid_json');
    assert.equal(({} as { admin?: boolean }).admin, undefined);
  });

  test('400: a body nested deeper than anybody means', async () => {
    const depth = 50_000;
    assertRefused(await post(`${'['.repeat(depth)}${']'.repeat(depth)}`), 400, 'invalid_json');
    assertRefused(await post(`${'{"metadata":'.repeat(depth)}1${'}'.repeat(depth)}`), 400, 'invalid_json');
  });

  test('400: text that no database keeps: NUL, and halves of characters', async () => {
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

  test('401: no key, with the scheme that is wanted', async () => {
    const answer = await portal.call(`GET ${customers}`);
    assertRefused(answer, 401, 'missing_credentials');
    assert.equal(answer.headers['www-authenticate'], 'Basic realm="Notas", charset="UTF-8"');
    assertRefused(
      await portal.call(`GET ${customers}`, { headers: { authorization: 'Basic' } }),
      401,
      'missing_credentials',
    );
    assertRefused(
      await portal.call(`GET ${customers}`, { headers: { authorization: 'Digest username="x"' } }),
      401,
      'missing_credentials',
    );
    assertRefused(
      await portal.call(`GET ${customers}`, {
        headers: { authorization: `Basic ${Buffer.from(':x').toString('base64')}` },
      }),
      401,
      'missing_credentials',
    );
  });

  test('401: a key that is none, with the scheme that is wanted', async () => {
    const answer = await portal.call(`GET ${customers}`, { key: 'admin' });
    assertRefused(answer, 401, 'invalid_key');
    assert.match(answer.headers['www-authenticate'] ?? '', /^Basic /);
  });

  test('the password does not matter, and the scheme has no case', async () => {
    for (const credentials of [`${key}:x`, `${key}:`, key]) {
      const authorization = `bAsIc ${Buffer.from(credentials).toString('base64')}`;
      assert.equal((await portal.call(`GET ${customers}`, { headers: { authorization } })).status, 200);
    }
  });

  test('404: no such path, told with the path that was asked for', async () => {
    const answer = await portal.call('GET /sandbox/notas/v1/clients', { key });
    assertRefused(answer, 404, 'no_such_path');
    assert.match(answer.body.errors[0].internalMessage, / \/clients\./);
    const outside = await portal.call('GET /sandbox/notas/customers', { key });
    assertRefused(outside, 404, 'no_such_path');
    assert.match(outside.body.errors[0].internalMessage, / \/sandbox\/notas\/customers\./);
  });

  test('404: no such record', async () => {
    assertRefused(await portal.call(`GET ${customers}/cus_none`, { key }), 404, 'not_found');
  });

  test('405: the path is there, the method is not; Allow says which are', async () => {
    const answer = await portal.call(`DELETE ${customers}`, { key });
    assertRefused(answer, 405, 'method_not_allowed');
    assert.deepEqual(answer.headers.allow?.split(', ').sort(), ['GET', 'HEAD', 'OPTIONS', 'POST']);
  });

  test('406: nothing that is accepted can be answered', async () => {
    const get = (accept: string) => portal.call(`GET ${customers}`, { key, headers: { accept } });
    assertRefused(await get('application/pdf'), 406, 'not_acceptable');
    assertRefused(await get('application/json;q=0, text/html'), 406, 'not_acceptable');
    for (const accept of ['application/json', 'application/*', 'text/html, */*;q=0.1', 'APPLICATION/JSON'])
      assert.equal((await get(accept)).status, 200, accept);
  });

  test('413: a body above one mebibyte', async () => {
    assertRefused(await post({ ...customer, name: 'a'.repeat(1024 * 1024) }), 413, 'too_large');
  });

  test('415: another type, another charset, or bytes that are not UTF-8; Accept-Post says what is taken', async () => {
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

  test('a charset of UTF-8 is taken, however it is written', async () => {
    for (const type of ['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON']) {
      assert.equal((await post(customer, { 'content-type': type })).status, 201, type);
    }
  });

  test('422: one entry for each field, and the name of the field in both languages', async () => {
    const answer = await post({ type: 'individual', name: 'A', federal_tax_number: '52998224724', colour: 'red' });
    assertRefused(answer, 422, ...answer.body.errors.map(({ code }: { code: string }) => code));
    const told = answer.body.errors.map(({ code, internalMessage }: { code: string; internalMessage: string }) => [
      /"(.*?)"/.exec(internalMessage)?.[1],
      code,
    ]);
    assert.deepEqual(told.sort(), [
      ['colour', 'unknown_field'],
      ['email', 'required'],
      ['federal_tax_number', 'invalid_format'],
      ['name', 'invalid_length'],
    ]);
    for (const { userMessage } of answer.body.errors)
      assert.match(userMessage, /^"(colour|email|federal_tax_number|name)" /);
  });

  test('422: parameters are named as what they are', async () => {
    const answer = await portal.call(`GET ${customers}?per_page=101&page=zero`, { key });
    assertRefused(answer, 422, 'invalid_type', 'out_of_range');
    assert.match(answer.body.errors[1].userMessage, /"per_page" \(parâmetro/);
  });

  test('422: a body that is missing, or is of another kind', async () => {
    assertRefused(await portal.call(`POST ${customers}`, { key }), 422, 'required');
    assertRefused(await post(''), 422, 'required');
    for (const body of [null, [], 'text', 7, true])
      assertRefused(await post(JSON.stringify(body)), 422, 'invalid_type');
  });

  test('who calls is asked before anything else is told', async () => {
    for (const request of [
      `DELETE ${customers}`,
      'GET /sandbox/notas/v1/nowhere',
      `GET ${customers}/cus_none`,
      `POST ${customers}`,
    ]) {
      assertRefused(
        await portal.call(request, { body: request.startsWith('POST') ? '{' : undefined }),
        401,
        'missing_credentials',
      );
    }
  });
});
