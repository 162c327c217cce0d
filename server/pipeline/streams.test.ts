import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { postmanRequest } from '../downloads/postman-request.ts';
import { runOrder } from '../downloads/run-order.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { body, inPath, named } from '../testing/document-parts.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const stream = (type: string, media: string) => `{"200": {description: ok, content: {${type}: ${media}}}}`;
const events = 'text/event-stream';
const progress = `{type: object, required: [data], properties: {event: {type: string, const: progress}, data: {type: string, contentMediaType: application/json, contentSchema: {type: object, required: [done], properties: {done: {type: integer, minimum: 5}}}}}}`;

const document = `openapi: 3.2.0
info: {title: Streams, version: "1"}
paths:
  /orders:
    get: {responses: ${stream('application/x-ndjson', `{itemSchema: ${named('Order')}}`)}}
    post: {requestBody: ${body(named('Order'))}, responses: {"201": {description: ok, content: {application/json: {schema: ${named('Order')}}}}}}
  /orders/{id}:
    ${inPath('id')}
    get: {responses: {"200": {description: ok, content: {application/json: {schema: ${named('Order')}}}}}}
  /news:
    get: {responses: ${stream(`application/json: {schema: {type: object, properties: {data: {type: array, items: ${named('Order')}}}}}, ${events}`, `{schema: ${named('Order')}}`)}}
    post: {requestBody: ${body(named('Order'))}, responses: {"201": {description: ok, content: {application/json: {schema: ${named('Order')}}}}}}
  /jobs/1/progress:
    get: {responses: ${stream(events, `{itemSchema: ${progress}}`)}}
  /any:
    get: {responses: ${stream(events, '{itemSchema: {type: object}}')}}
  /gaps:
    get: {responses: ${stream('application/x-ndjson', '{schema: {type: array, items: {type: [object, "null"], properties: {id: {type: string}}}}, example: [null, {id: a}, null]}')}}
  /numbers:
    get: {responses: ${stream('application/json-seq', '{schema: {type: array, items: {type: integer, minimum: 2}}}')}}
  /written:
    get: {responses: ${stream(events, '{schema: {type: string}, example: "event: a\\ndata: 1\\n\\ndata: 2\\n\\n"}')}}
  /answers:
    post:
      requestBody: ${body('{type: object, properties: {stream: {type: boolean}}}')}
      responses: ${stream(`application/json: {schema: {type: object, properties: {whole: {type: string}}}}, ${events}`, '{itemSchema: {type: object, required: [part], properties: {part: {type: string}}}}')}
components: {schemas: {Order: {type: object, required: [name], properties: {id: {type: string, readOnly: true}, name: {type: string}}}}}
`;

describeOnDatabases('streams that a document declares', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ streams: { 'openapi.yaml': document, 'seed.yaml': '' } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());
  const call = (asked: string, sent?: unknown, headers = {}) =>
    portal.call(asked.replace(' /', ' /sandbox/streams/'), { key, body: sent, headers });

  test('a stream of records has those of the collection, one a line', async () => {
    assert.equal((await call('GET /orders')).body, '');
    const made = [
      (await call('POST /orders', { name: 'a\nb' })).body,
      (await call('POST /orders', { name: 'c' })).body,
    ];
    const { headers, body: text } = await call('GET /orders');
    assert.equal(headers['content-type'], 'application/x-ndjson');
    assert.equal(text, made.map((order) => `${JSON.stringify(order)}\n`).join(''));
    assert.deepEqual((await call(`GET /orders/${made[0].id}`)).body, made[0]);
  });

  test('where JSON is declared, too, Accept chooses; events have ids, after which a client goes on', async () => {
    const made = [(await call('POST /news', { name: 'a' })).body, (await call('POST /news', { name: 'b' })).body];
    assert.deepEqual((await call('GET /news')).body.data, made);
    const { headers, body: text } = await call('GET /news', undefined, { accept: events });
    assert.equal(headers['content-type'], 'text/event-stream; charset=UTF-8');
    assert.equal(text, made.map((each) => `id: ${each.id}\ndata: ${JSON.stringify(each)}\n\n`).join(''));
    const rest = await call('GET /news', undefined, { accept: events, 'last-event-id': made[0].id });
    assert.match(rest.body, new RegExp(`^id: ${made[1].id}\n`));
  });

  test('other streams have a few values that their schemas allow', async () => {
    const text: string = (await call('GET /jobs/1/progress')).body;
    const parts = text.split('\n\n').slice(0, -1);
    assert.ok(parts.length > 1);
    for (const part of parts) {
      const [, name, data = ''] = /^event: (.+)\ndata: (.+)$/.exec(part) ?? [];
      assert.equal(name, 'progress');
      assert.ok(JSON.parse(data).done >= 5);
    }
    assert.match((await call('GET /any')).body, /^(data: \{.*\}\n\n|id: .*\ndata: \{.*\}\n\n)*$/);
    const numbers: string = (await call('GET /numbers')).body;
    assert.deepEqual(
      numbers.split('\u001e').map((each) => /^(\d+\n)?$/.test(each)),
      [true, true, true, true],
    );
    assert.equal((await call('GET /written')).body, 'event: a\ndata: 1\n\ndata: 2\n\n');
  });

  test('a client goes on after an event where others are null', async () => {
    const whole = await call('GET /gaps');
    assert.equal(whole.body, 'null\n{"id":"a"}\nnull\n');
    const rest = await call('GET /gaps', undefined, { 'last-event-id': 'a' });
    assert.deepEqual([rest.status, rest.body], [200, 'null\n']);
  });

  test('a collection asks for what is declared, and leaves out event streams, which others never end', () => {
    const api = portal.context.apis.get('streams') as ServedApi;
    const plans = [...api.plan.operations.values()];
    const orders = plans.find(({ operation }) => operation.path === '/orders' && operation.method === 'get');
    const { request: asked } = postmanRequest(api, orders as OperationPlan);
    assert.deepEqual(asked?.header?.[0], { key: 'Accept', value: 'application/x-ndjson' });
    const run = runOrder(api).flatMap((step) => [...step.before, ...step.after].map(({ operation }) => operation.path));
    assert.ok(run.includes('/orders') && !run.includes('/any'));
  });

  test('a flag of the request asks for the stream', async () => {
    assert.ok((await call('POST /answers', { stream: false })).body.whole);
    const { headers, body: text } = await call('POST /answers', { stream: true }, { accept: 'application/json' });
    assert.match(headers['content-type'] ?? '', /^text\/event-stream/);
    assert.match(text, /^data: \{"part":/);
  });

  test('HEAD has headers alone, Prefer goes on, and the call is in the log', async () => {
    const head = await call('HEAD /written');
    assert.deepEqual([head.status, head.body], [200, '']);
    assert.match(head.headers['content-type'] ?? '', /^text\/event-stream/);
    assert.equal((await call('GET /written', undefined, { prefer: 'code=503' })).status, 503);
    await portal.context.activity.flush();
    const { body: log } = await portal.call('GET /platform/v1/requests?api=streams', { key });
    const logged = log.data.find(
      (each: { path: string; method: string }) => each.method === 'GET' && /written/.test(JSON.stringify(each)),
    );
    assert.ok(logged, JSON.stringify(log.data[0]));
  });

  test('values come one after the other, and a client that goes away ends the stream', async () => {
    for (let count = 0; count < 20; count++) await call('POST /news', { name: `n${count}` });
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = portal.app.server.address() as AddressInfo;
    const headers = { accept: events, authorization: `Bearer ${key}` };
    const chunks: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const sent = request({ port, path: '/sandbox/streams/news', headers }, (response) => {
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk.toString());
          if (chunks.length === 3) sent.destroy();
        });
        response.on('error', () => resolve()).on('close', () => resolve());
      });
      sent.on('error', (error) => (chunks.length === 3 ? resolve() : reject(error))).end();
    });
    assert.equal(chunks.length, 3);
    assert.ok(chunks.join('').split('\n\n').length < 15, 'the values came at once');
  });
});
