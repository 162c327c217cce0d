import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClientOptions } from './client-types.ts';
import type { AnyRequest, ApiDescription, OperationDescription, Style } from './description.ts';
import { makeClient } from './make-client.ts';

const baseUrl = 'https://api.example/v1';
const bare: ApiDescription = { baseUrl, schemes: {}, security: [], requestId: 'x-request-id', retryAfter: [] };

/** The request that a call sends. */
async function sent(
  operation: Partial<OperationDescription>,
  request: AnyRequest,
  { api = bare, ...options }: ClientOptions & { api?: ApiDescription } = {},
): Promise<Request> {
  let seen: Request | undefined;
  const fetch = async (each: Request) => {
    seen = each;
    return new Response('{"access_token": "t-1"}');
  };
  const { send } = makeClient(api, { fetch, ...options });
  const call = send as unknown as (
    operation: OperationDescription,
    request: AnyRequest,
  ) => Promise<{ error?: { message: string } }>;
  const { error } = await call({ method: 'GET', path: 'x', ...operation }, request);
  if (!seen) throw new Error(error?.message);
  return seen;
}

describe('a request of the client', () => {
  const color = { list: ['blue', 'black'], object: { R: 100, G: 200 } };

  test('writes path parameters in their styles (OpenAPI, style examples)', async () => {
    const path = async (value: unknown, style?: Style) => {
      const { url } = await sent(
        { path: 'x/{c}', ...(style && { styles: { 'path c': style } }) },
        { path: { c: value } },
      );
      return url.slice(`${baseUrl}/x/`.length);
    };
    assert.equal(await path('a/b ç'), 'a%2Fb%20%C3%A7');
    assert.equal(await path(color.list), 'blue,black');
    assert.equal(await path(color.object), 'R,100,G,200');
    assert.equal(await path(color.object, { explode: true }), 'R=100,G=200');
    assert.equal(await path('blue', { style: 'label' }), '.blue');
    assert.equal(await path(color.list, { style: 'label', explode: true }), '.blue.black');
    assert.equal(await path(color.object, { style: 'label', explode: true }), '.R=100.G=200');
    assert.equal(await path('blue', { style: 'matrix' }), ';c=blue');
    assert.equal(await path(color.list, { style: 'matrix' }), ';c=blue,black');
    assert.equal(await path(color.list, { style: 'matrix', explode: true }), ';c=blue;c=black');
    assert.equal(await path(color.object, { style: 'matrix', explode: true }), ';R=100;G=200');
  });

  test('writes query parameters in their styles, and leaves out what is undefined', async () => {
    const query = async (value: unknown, style?: Style) => {
      const { url } = await sent({ ...(style && { styles: { 'query c': style } }) }, { query: { c: value } });
      return url.slice(`${baseUrl}/x`.length);
    };
    assert.equal(await query(undefined), '');
    assert.equal(await query('a&b=c+d'), '?c=a%26b%3Dc%2Bd');
    assert.equal(await query(color.list), '?c=blue&c=black');
    assert.equal(await query(color.list, { explode: false }), '?c=blue,black');
    assert.equal(await query(color.list, { style: 'pipeDelimited', explode: false }), '?c=blue%7Cblack');
    assert.equal(await query(color.list, { style: 'spaceDelimited', explode: false }), '?c=blue%20black');
    assert.equal(await query(color.object), '?R=100&G=200');
    assert.equal(await query(color.object, { explode: false }), '?c=R,100,G,200');
    assert.equal(await query({ a: { b: [1] } }, { style: 'deepObject', explode: true }), '?c%5Ba%5D%5Bb%5D%5B0%5D=1');
    assert.equal(await query('a/b?c&d#e', { allowReserved: true }), '?c=a/b?c%26d%23e');
    assert.equal(await query({ a: 1 }, { json: true }), '?c=%7B%22a%22%3A1%7D');
    assert.equal(await query(new Date(0)), '?c=1970-01-01T00%3A00%3A00.000Z');
  });

  test('writes headers, cookies and what the document does not name', async () => {
    const { url, headers } = await sent(
      { accept: 'application/json' },
      {
        headers: { 'X-List': [1, 2] },
        cookies: { a: 'b' },
        extraQuery: { 'amount>': 100 },
        extraHeaders: { 'x-own': '1' },
      },
      { headers: { 'x-always': 'yes' } },
    );
    assert.equal(url, `${baseUrl}/x?amount%3E=100`);
    assert.deepEqual(Object.fromEntries(headers), {
      accept: 'application/json',
      cookie: 'a=b',
      'x-always': 'yes',
      'x-list': '1,2',
      'x-own': '1',
    });
  });

  test('writes bodies in their media type', async () => {
    const body = async (mediaType: string, value: unknown, fields = {}) => {
      const request = await sent({ method: 'POST', sends: mediaType, fields }, { body: value });
      return [request.headers.get('content-type'), await request.text()];
    };
    assert.deepEqual(await body('application/merge-patch+json', { a: null }), [
      'application/merge-patch+json',
      '{"a":null}',
    ]);
    assert.deepEqual(await body('text/csv', 'a;b'), ['text/csv', 'a;b']);
    assert.deepEqual(await body('image/png', new Uint8Array([65])), ['image/png', 'A']);
    const form = 'application/x-www-form-urlencoded';
    assert.deepEqual(await body(form, { a: 'b c', list: [1, 2], o: { x: 1 } }), [
      form,
      'a=b+c&list=1&list=2&o=%7B%22x%22%3A1%7D',
    ]);
    assert.deepEqual(await body(form, { o: { x: 1 } }, { o: { style: 'deepObject', explode: true } }), [
      form,
      'o%5Bx%5D=1',
    ]);
    const [type = '', text = ''] = await body('multipart/form-data', {
      file: new Blob(['abc']),
      meta: { n: 1 },
      tags: ['a', 'b'],
    });
    assert.match(String(type), /^multipart\/form-data; boundary=/);
    assert.equal(String(text).match(/name="tags"/g)?.length, 2);
    assert.match(String(text), /name="meta"; filename="blob"\r\nContent-Type: application\/json\r\n\r\n\{"n":1\}/);
  });

  const schemes: ApiDescription['schemes'] = {
    key: { type: 'header', name: 'X-Key' },
    app: { type: 'query', name: 'app' },
    user: { type: 'basic' },
    token: { type: 'bearer', tokenUrl: '../oauth/token' },
  };
  const secured: ApiDescription = { ...bare, schemes, security: [['key', 'app'], ['user'], ['token']] };
  const authOf = async (auth: Record<string, unknown>) => {
    const { url, headers } = await sent({}, {}, { api: secured, auth });
    return [new URL(url).search, headers.get('x-key'), headers.get('authorization')];
  };

  test('carries the credentials of the first alternative that is complete', async () => {
    assert.deepEqual(await authOf({ key: 'k', app: () => 'a&b' }), ['?app=a%26b', 'k', null]);
    assert.deepEqual(await authOf({ key: 'k', user: 'sk_1' }), ['', null, `Basic ${btoa('sk_1:')}`]);
    assert.deepEqual(await authOf({ user: { username: 'ã', password: 'b' } }), [
      '',
      null,
      `Basic ${Buffer.from('ã:b').toString('base64')}`,
    ]);
    assert.deepEqual(await authOf({ token: async () => 't' }), ['', null, 'Bearer t']);
    assert.deepEqual(await authOf({ token: { clientId: 'c', clientSecret: 's' } }), ['', null, 'Bearer t-1']);
    assert.deepEqual(await authOf({}), ['', null, null]);
  });
});
