import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const thing = '{type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}';
const content = (schema: string) => `content: {application/json: {schema: ${schema}}}`;

const document = `openapi: 3.1.0
info: {title: Headers, version: "1"}
paths:
  /jobs:
    post:
      responses:
        "202":
          description: ok
          headers:
            Location: {required: true, schema: {type: string, format: uri, example: "https://example.com/jobs/1"}}
            X-Total: {schema: {type: integer, example: 7}}
            X-Left: {schema: {type: integer}}
            X-Needed: {required: true, schema: {type: integer, minimum: 3}}
            X-List: {schema: {type: array, items: {type: string}}, example: [a, b]}
            X-Pairs: {explode: true, schema: {type: object}, example: {a: 1, b: 2}}
            X-Json: {content: {application/json: {schema: {type: object}, example: {a: [1]}}}}
            X-Request-Id: {required: true, schema: {type: string, example: mine}}
            Correlation-Id: {schema: {type: string, example: mine}}
            Set-Cookie: {required: true, schema: {type: string, example: "session=stolen; Path=/"}}
            Content-Type: {required: true, schema: {type: string, example: text/html}}
            Access-Control-Allow-Origin: {schema: {type: string, example: "https://evil.example"}}
            "X Odd": {required: true, schema: {type: string, example: x}}
            X-Split: {required: true, schema: {type: string, example: "a\\r\\nX-Injected: b"}}
            X-Long: {required: true, schema: {type: string, example: ${'l'.repeat(3000)}}}
            X-Common: {$ref: "#/components/headers/Common"}
  /things:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}, {name: per_page, in: query, schema: {type: integer}}]
      responses:
        "200":
          description: ok
          headers: {X-Total-Count: {schema: {type: integer, example: 999}}, X-Page: {schema: {type: integer}}, Link: {schema: {type: string, example: "<https://example.com>; rel=next"}}}
          ${content(`{type: array, items: ${thing}}`)}
    post:
      requestBody: {${content(thing)}}
      responses:
        "200":
          description: ok
          headers: {Location: {schema: {type: string, example: /elsewhere}}, ETag: {schema: {type: string}}}
          ${content(thing)}
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      responses:
        2XX: {description: ok, headers: {ETag: {required: true, schema: {type: string, example: '"x"'}}, Cache-Control: {required: true, schema: {type: string}}}, ${content(thing)}}
        default: {description: error, headers: {X-Error: {required: true, schema: {type: string, example: e}}}}
    put: {requestBody: {${content(thing)}}, responses: {"200": {description: ok, headers: {ETag: {schema: {type: string}}}, ${content(thing)}}}}
components: {headers: {Common: {schema: {type: string, default: c}}}}
`;

describeOnDatabases('declared response headers', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: `specs:${writeSpecs({ headers: { 'openapi.yaml': document, 'seed.yaml': '' } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());
  const call = (request: string, body?: unknown, headers = {}) =>
    portal.call(request.replace(' /', ' /sandbox/headers/'), { key, body, headers });

  test('required ones, and those with a value, are sent in their style', async () => {
    const { status, headers } = await call('POST /jobs');
    assert.equal(status, 202);
    const expected = {
      location: 'https://example.com/jobs/1',
      'x-total': '7',
      'x-left': undefined,
      'x-list': 'a,b',
      'x-pairs': 'a=1,b=2',
      'x-json': '{"a":[1]}',
      'x-common': 'c',
    };
    for (const [name, value] of Object.entries(expected)) assert.equal(headers[name], value, name);
    assert.ok(Number(headers['x-needed']) >= 3);
  });

  test('what the server knows goes before examples', async () => {
    const { headers } = await call('POST /jobs', undefined, { 'correlation-id': 'of-the-caller' });
    assert.match(headers['x-request-id'] ?? '', /^req_/);
    assert.equal(headers['correlation-id'], 'of-the-caller');
    assert.equal((await call('POST /jobs')).headers['correlation-id']?.slice(0, 4), 'req_');
  });

  test('a document sets no cookies, no headers of the message or of the portal, and none that are no headers', async () => {
    const { headers } = await call('POST /jobs');
    assert.equal(headers['set-cookie'], undefined);
    assert.notEqual(headers['content-type'], 'text/html');
    assert.equal(headers['access-control-allow-origin'], '*');
    for (const name of ['x odd', 'x-split', 'x-injected', 'x-long']) assert.equal(headers[name], undefined, name);
  });

  test('a list tells its own pages', async () => {
    for (const name of ['a', 'b', 'c']) await call('POST /things', { name });
    const { headers } = await call('GET /things?page=2&per_page=2');
    assert.deepEqual([headers['x-total-count'], headers['x-page']], ['3', '2']);
    assert.match(headers.link ?? '', /page=1/);
    assert.doesNotMatch(headers.link ?? '', /example\.com/);
  });

  test('the address and the entity tag of a record are true, and conditions on the tag hold', async () => {
    const made = await call('POST /things', { name: 'd' });
    const address = `/things/${made.body.id}`;
    assert.equal(made.headers.location, `/sandbox/headers${address}`);
    const read = await call(`GET ${address}`);
    assert.equal(read.headers.etag, made.headers.etag);
    assert.match(read.headers.etag ?? '', /^"[\w-]{20,}"$/);
    assert.equal(read.headers['cache-control'], 'no-store');
    const same = await call(`GET ${address}`, undefined, { 'if-none-match': read.headers.etag });
    assert.deepEqual([same.status, same.headers['x-error']], [304, undefined]);
    for (const name of ['etag', 'cache-control']) assert.equal(same.headers[name], read.headers[name], name);
    const changed = await call(`PUT ${address}`, { name: 'e' }, { 'if-match': read.headers.etag });
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.etag, read.headers.etag);
    assert.equal((await call(`PUT ${address}`, { name: 'f' }, { 'if-match': read.headers.etag })).status, 412);
  });

  test('errors have the headers that are declared for them', async () => {
    const { status, headers } = await call('GET /things/none');
    assert.deepEqual([status, headers['x-error'], headers.etag], [404, 'e', undefined]);
  });
});
