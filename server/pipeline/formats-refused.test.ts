import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readXml } from '../dialect/formats/read-xml.ts';
import { type CallOptions, startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

const notas = '/sandbox/notas/v1';
const json = 'application/json; charset=UTF-8';
const xml = 'application/xml; charset=UTF-8';

describe('Notas, row "Unknown charset or type: 415; nothing acceptable: 406", and errors in the format asked for', () => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal();
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) =>
    portal.call(`${request.split(' ')[0]} ${notas}${request.split(' ')[1]}`, { key, ...options });
  const send = (request: string, type: string, body: string) =>
    call(request, { body, headers: { 'content-type': type } });
  const accept = (request: string, value: string) => call(request, { headers: { accept: value } });
  const codes = ({ body }: TestAnswer) => body.errors.map(({ code }: { code: string }) => code);

  test('406: nothing acceptable, reported in JSON with the available types', async () => {
    for (const value of ['text/html', 'application/pdf', 'application/json;q=0, application/xml;q=0, text/xml;q=0']) {
      const answer = await accept('GET /customers', value);
      assert.deepEqual([answer.status, answer.headers['content-type'], codes(answer)], [406, json, ['not_acceptable']]);
      assert.match(answer.body.errors[0].internalMessage, /application\/json, application\/xml, text\/xml/);
    }
  });

  test('415: an unknown type or charset, reported with the accepted ones', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded; charset=iso-8859-1',
      'application/xml; charset=utf-16',
      'application/json; charset=latin1',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await send('POST /customers', type, 'a=b');
      assert.deepEqual([answer.status, codes(answer)], [415, ['unsupported_media_type']], type);
      assert.equal(
        answer.headers['accept-post'],
        'application/json, application/x-www-form-urlencoded, application/xml, text/xml',
      );
    }
    const declared = await send(
      'POST /customers',
      'application/xml',
      '<?xml version="1.0" encoding="ISO-8859-1"?><customer/>',
    );
    assert.equal(declared.status, 415);
  });

  test('400: an unreadable form or XML is located, and external entities are not read', async () => {
    assert.deepEqual(codes(await send('POST /customers', 'application/x-www-form-urlencoded', '{"name": "Ana"}')), [
      'invalid_form',
    ]);
    assert.deepEqual(codes(await send('POST /customers', 'application/x-www-form-urlencoded', 'name=%ff')), [
      'invalid_form',
    ]);
    const broken = await send('POST /customers', 'application/xml', '<customer>\n<name>Ana</nome></customer>');
    assert.deepEqual([broken.status, codes(broken)], [400, ['invalid_xml']]);
    assert.match(broken.body.errors[0].internalMessage, /line 2, column/);
    const hostile = await send(
      'POST /customers',
      'application/xml',
      '<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]><customer><name>&x;</name></customer>',
    );
    assert.deepEqual([hostile.status, codes(hostile)], [400, ['invalid_xml']]);
  });

  test('errors have the format that Accept asks for, wherever they occur', async () => {
    const asked = { accept: 'application/xml' };
    const oversized = { body: 'a'.repeat(1024 * 1024 + 1) };
    for (const [request, status, code, options] of [
      ['GET /customers', 401, 'missing_credentials', { key: undefined }],
      ['GET /customers/cus_none', 404, 'not_found', {}],
      ['GET /nowhere', 404, 'no_such_path', {}],
      ['DELETE /customers', 405, 'method_not_allowed', {}],
      ['POST /customers', 413, 'too_large', oversized],
      ['POST /customers', 422, 'required', { body: {} }],
      ['GET /customers?per_page=x', 422, 'invalid_type', {}],
      ['GET /customers/%E0%A4%A', 400, 'invalid_request', {}],
    ] as const) {
      const answer = await call(request, { ...options, headers: asked });
      assert.deepEqual([answer.status, answer.headers['content-type']], [status, xml], request);
      const { root } = readXml(answer.body);
      assert.equal(root.name, 'errors');
      assert.deepEqual(
        root.children[0]?.children.map(({ name }) => name),
        ['userMessage', 'internalMessage', 'code', 'moreInfo'],
      );
      assert.equal(root.children[0]?.children[2]?.text, code, request);
    }
  });
});
