import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClientOptions } from './client-types.ts';
import type { AnyRequest, OperationDescription } from './description.ts';
import { makeClient } from './make-client.ts';
import type { ClientError, Result } from './result-types.ts';

const api = {
  baseUrl: 'https://api.example/v1',
  schemes: {},
  security: [],
  requestId: 'X-Request-Id',
  retryAfter: ['retry-after', 'x-wait-seconds'],
};
const get: OperationDescription = {
  method: 'GET',
  path: 'things/{id}',
  accept: 'application/json',
  errors: [404, '5XX'],
};
const one: AnyRequest = { path: { id: 1 } };

describe('the result of a call', () => {
  const call = (
    answer: Response | (() => Promise<Response>),
    {
      request = one,
      operation = get,
      options = {},
    }: { request?: AnyRequest; operation?: OperationDescription; options?: ClientOptions } = {},
  ) => {
    const fetch = () => (answer instanceof Response ? Promise.resolve(answer) : answer());
    const { send } = makeClient(api, { fetch, ...options });
    return (send as unknown as (operation: OperationDescription, request: AnyRequest) => Promise<Result<unknown>>)(
      operation,
      request,
    );
  };
  const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
  const kindOf = (result: Result<unknown>) => {
    const { kind, status } = result.error as ClientError;
    return [result.ok, result.status, kind, status];
  };

  test('has the data, the status and the request id', async () => {
    const { ok, status, data, requestId, error } = await call(json(200, { id: 1 }, { 'x-request-id': 'req_1' }));
    assert.deepEqual(
      { ok, status, data, requestId, error },
      { ok: true, status: 200, data: { id: 1 }, requestId: 'req_1', error: undefined },
    );
  });

  test('has the error as the API writes it, where the document describes one', async () => {
    for (const status of [404, 500, 503]) {
      const result = await call(json(status, { code: 'x' }));
      assert.deepEqual([result.ok, result.status, result.error], [false, status, { code: 'x' }]);
    }
  });

  test('says so when the document does not describe the error', async () => {
    const result = await call(json(418, { tea: true }));
    assert.deepEqual(kindOf(result), [false, 418, 'http', 418]);
    assert.deepEqual((result.error as ClientError).body, { tea: true });
  });

  test('has the text of an error that is described as text', async () => {
    const operation = { ...get, errors: [], textErrors: ['default'] };
    const result = await call(new Response('No such thing', { status: 404 }), { operation });
    assert.deepEqual([result.status, result.error], [404, 'No such thing']);
  });

  test('is unreadable when a proxy answers for the API', async () => {
    for (const status of [200, 503]) {
      const result = await call(
        new Response('<html>Sign in</html>', { status, headers: { 'content-type': 'text/html' } }),
      );
      assert.deepEqual(kindOf(result), [false, 0, 'unreadable', status]);
      assert.equal((result.error as ClientError).body, '<html>Sign in</html>');
      assert.ok(result.response);
    }
  });

  test('is a success also without a body', async () => {
    for (const answer of [new Response(null, { status: 204 }), new Response('', { status: 201 })]) {
      const { ok, data } = await call(answer);
      assert.deepEqual([ok, data], [true, undefined]);
    }
  });

  test('has text as text, files as a Blob, and event streams as a stream', async () => {
    const answer = (type: string) => new Response('abc', { headers: { 'content-type': type } });
    const dataOf = async (type: string) => (await call(answer(type), { operation: { ...get, accept: type } })).data;
    assert.equal(await dataOf('application/xml'), 'abc');
    assert.equal(await ((await dataOf('application/pdf')) as Blob).text(), 'abc');
    assert.ok((await dataOf('text/event-stream')) instanceof ReadableStream);
  });

  test('tells a broken connection, a body that breaks off, a timeout and an aborted call, and never throws', async () => {
    const refused = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    const offline = await call(refused);
    assert.deepEqual(kindOf(offline), [false, 0, 'network', 0]);
    assert.match((offline.error as ClientError).message, /ECONNREFUSED/);
    const breaking = new ReadableStream({ pull: (controller) => controller.error(new Error('terminated')) });
    assert.deepEqual(kindOf(await call(new Response(breaking))), [false, 0, 'network', 0]);

    const ended = (signal: AbortSignal) =>
      new Promise<Response>((_, reject) => {
        if (signal.aborted) return reject(signal.reason);
        // The timer of a signal does not keep the process running, as a connection would.
        const alive = setTimeout(reject, 10_000);
        signal.addEventListener('abort', () => {
          clearTimeout(alive);
          reject(signal.reason);
        });
      });
    const fetch = (request: Request) => ended(request.signal);
    assert.deepEqual(kindOf(await call(json(200, 1), { options: { fetch, timeout: 5 } })), [false, 0, 'timeout', 0]);
    const abort = new AbortController();
    const calling = call(json(200, 1), { options: { fetch }, request: { ...one, signal: abort.signal } });
    abort.abort();
    assert.deepEqual(kindOf(await calling), [false, 0, 'aborted', 0]);
  });

  test('tells what makes no request, and sends nothing', async () => {
    let sent = 0;
    const fetch = async () => {
      sent++;
      return json(200, 1);
    };
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const post = { method: 'POST', path: 'things', sends: 'application/json' };
    const odd: [AnyRequest, OperationDescription?, ClientOptions?][] = [
      [{}],
      [{ path: { id: '' } }],
      [{ path: { id: '..' } }],
      [{ path: { id: '.' } }],
      [{ path: { id: [] } }],
      [{ path: { id: 1 }, headers: { 'X-A': 'a\nb' } }],
      [{ body: circle }, post],
      [{ body: { toJSON: () => assert.fail('is no JSON') } }, post],
      [one, get, { baseUrl: 'nowhere' }],
    ];
    for (const [request, operation, options] of odd)
      assert.deepEqual(kindOf(await call(json(200, 1), { request, operation, options: { ...options, fetch } })), [
        false,
        0,
        'request',
        0,
      ]);
    assert.equal(sent, 0);
  });

  test('tells for how long to wait: seconds, a date, or a header of the API', async () => {
    const waits = async (headers: Record<string, string>) => (await call(json(429, {}, headers))).retryAfter;
    assert.equal(await waits({ 'retry-after': '7' }), 7);
    assert.equal(await waits({ 'x-wait-seconds': '3' }), 3);
    const inAMinute = (await waits({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() })) ?? 0;
    assert.ok(inAMinute > 50 && inAMinute <= 61, String(inAMinute));
    assert.equal(await waits({ 'retry-after': 'soon' }), undefined);
    assert.equal(await waits({}), undefined);
  });
});
