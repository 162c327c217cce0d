import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { customers } from '../testing/notas.ts';
import { assertRefused, startRefusingPortal } from '../testing/notas-refusals.ts';
import type { TestPortal } from '../testing/test-portal.ts';

describe('refusals in the envelope of Notas', () => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    portal = await startRefusingPortal();
    key = await portal.guest();
  });
  after(() => portal.close());

  const post = (body: unknown) => portal.call(`POST ${customers}`, { key, body });

  test('401: no key, with the expected scheme', async () => {
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

  test('401: an invalid key, with the expected scheme', async () => {
    const answer = await portal.call(`GET ${customers}`, { key: 'admin' });
    assertRefused(answer, 401, 'invalid_key');
    assert.match(answer.headers['www-authenticate'] ?? '', /^Basic /);
  });

  test('the password is ignored, and the scheme is case-insensitive', async () => {
    for (const credentials of [`${key}:x`, `${key}:`, key]) {
      const authorization = `bAsIc ${Buffer.from(credentials).toString('base64')}`;
      assert.equal((await portal.call(`GET ${customers}`, { headers: { authorization } })).status, 200);
    }
  });

  test('404: an unknown path, with the requested path', async () => {
    const answer = await portal.call('GET /sandbox/notas/v1/clients', { key });
    assertRefused(answer, 404, 'no_such_path');
    assert.match(answer.body.errors[0].internalMessage, / \/clients\./);
    const outside = await portal.call('GET /sandbox/notas/customers', { key });
    assertRefused(outside, 404, 'no_such_path');
    assert.match(outside.body.errors[0].internalMessage, / \/sandbox\/notas\/customers\./);
  });

  test('404: an unknown record', async () => {
    assertRefused(await portal.call(`GET ${customers}/cus_none`, { key }), 404, 'not_found');
  });

  test('405: an unsupported method; Allow lists the supported ones', async () => {
    const answer = await portal.call(`DELETE ${customers}`, { key });
    assertRefused(answer, 405, 'method_not_allowed');
    assert.deepEqual(answer.headers.allow?.split(', ').sort(), ['GET', 'HEAD', 'OPTIONS', 'POST']);
  });

  test('406: none of the accepted types is available', async () => {
    const get = (accept: string) => portal.call(`GET ${customers}`, { key, headers: { accept } });
    assertRefused(await get('application/pdf'), 406, 'not_acceptable');
    assertRefused(await get('application/json;q=0, text/html'), 406, 'not_acceptable');
    for (const accept of ['application/json', 'application/*', 'text/html, */*;q=0.1', 'APPLICATION/JSON'])
      assert.equal((await get(accept)).status, 200, accept);
  });

  test("422: one entry per field, with the field's name in both languages", async () => {
    const answer = await post({ type: 'individual', name: 'A', federal_tax_number: '52998224724', colour: 'red' });
    assertRefused(answer, 422, ...answer.body.errors.map(({ code }: { code: string }) => code));
    const entries = answer.body.errors.map(({ code, internalMessage }: { code: string; internalMessage: string }) => [
      /"(.*?)"/.exec(internalMessage)?.[1],
      code,
    ]);
    assert.deepEqual(entries.sort(), [
      ['colour', 'unknown_field'],
      ['email', 'required'],
      ['federal_tax_number', 'invalid_format'],
      ['name', 'invalid_length'],
    ]);
    for (const { userMessage } of answer.body.errors)
      assert.match(userMessage, /^"(colour|email|federal_tax_number|name)" /);
  });

  test('422: parameters are identified as such', async () => {
    const answer = await portal.call(`GET ${customers}?per_page=101&page=zero`, { key });
    assertRefused(answer, 422, 'invalid_type', 'out_of_range');
    assert.match(answer.body.errors[1].userMessage, /"per_page" \(parâmetro/);
  });

  test('422: a missing body, or one of another type', async () => {
    assertRefused(await portal.call(`POST ${customers}`, { key }), 422, 'required');
    assertRefused(await post(''), 422, 'required');
    for (const body of [null, [], 'text', 7, true])
      assertRefused(await post(JSON.stringify(body)), 422, 'invalid_type');
  });

  test('credentials are checked before anything else is reported', async () => {
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
