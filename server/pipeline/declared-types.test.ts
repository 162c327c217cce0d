import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SendBody, serveBodies } from '../testing/sent-bodies.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';

const book = '{type: object, properties: {id: {type: integer, format: int64}, title: {type: string}}}';
const books = `{type: array, items: ${book}}`;
const ok = (content: string) => `{"200": {description: ok, content: {${content}}}}`;
const crud = (path: string, type: string) => `
  ${path}:
    get: {responses: ${ok(`${type}: {schema: ${books}}`)}}
    post: {requestBody: {required: true, content: {${type}: {schema: ${book}}}}, responses: ${ok(`${type}: {schema: ${book}}`)}}
  ${path}/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: ${ok(`${type}: {schema: ${book}}`)}}`;
const cat = '{type: object, properties: {id: {type: string}, name: {type: string}}}';
const document = `openapi: 3.0.3
info: {title: Types, version: "1"}
paths:${crud('/any', "'*/*'")}${crud('/range', "'application/*'")}${crud('/old', 'text/json')}${crud('/charset', "'application/json; charset=utf-8'")}${crud('/versioned', "'application/json;version=1'")}${crud('/vendor', 'application/vnd.books+json')}${crud('/suffix', "'application/*+json'")}
  /dotnet:
    get: {responses: ${ok(`text/plain: {schema: ${books}}, application/json: {schema: ${books}}, text/json: {schema: ${books}}`)}}
  /words:
    get: {responses: ${ok("'text/*': {schema: {type: string}, example: words}")}}
  /download:
    get: {responses: ${ok("'*/*': {schema: {type: string, format: binary}}")}}
  /report:
    get: {responses: ${ok('application/json: {schema: {type: object, properties: {n: {type: integer, example: 1}}}}, text/csv: {schema: {type: string}, example: "n,1"}')}}
  /cats:
    get: {responses: {2XX: {description: ok, content: {application/json: {schema: {type: array, items: ${cat}}}}}}}
    post: {requestBody: {content: {application/json: {schema: ${cat}}}}, responses: {default: {description: ok, content: {application/json: {schema: ${cat}}}}}}
  /cats/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {2XX: {description: ok, content: {application/json: {schema: ${cat}}}}}}
    delete: {responses: {default: {description: ok}}}
  /count:
    get: {responses: {default: {description: ok, content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer, example: 3}}}}}}}}
    post: {responses: {2XX: {description: ok, content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer, example: 3}}}}}}}}
  /ping:
    post: {responses: {2XX: {description: ok}}}
`;

describeOnDatabases('media types and statuses that a document declares loosely, without a profile', (open) => {
  let send: SendBody;
  let close: () => Promise<void>;
  before(async () => {
    ({ send, close } = await serveBodies({ types: document }, open));
  });
  after(() => close());

  const body = '{"title":"Cais"}';

  test('JSON by any name is read, kept and answered as a type that is one', async () => {
    for (const [path, sent, answered] of [
      ['any', 'application/json', 'application/json; charset=UTF-8'],
      ['any', 'application/vnd.x+json', 'application/json; charset=UTF-8'],
      ['range', 'application/json', 'application/json; charset=UTF-8'],
      ['old', 'application/json', 'text/json; charset=UTF-8'],
      ['old', 'text/json; charset=utf-8', 'text/json; charset=UTF-8'],
      ['charset', 'application/json', 'application/json; charset=utf-8'],
      ['versioned', 'application/json; version=1', 'application/json;version=1; charset=UTF-8'],
      ['vendor', 'application/vnd.books+json', 'application/vnd.books+json; charset=UTF-8'],
      ['suffix', 'application/vnd.x+json', 'application/json; charset=UTF-8'],
      ['suffix', 'application/json', 'application/json; charset=UTF-8'],
    ] as const) {
      const made = await send(`POST /types/${path}`, { type: sent, body });
      assert.deepEqual([made.status, made.type, made.body.title], [200, answered, 'Cais'], `${path} ${sent}`);
      assert.deepEqual((await send(`GET /types/${path}/${made.body.id}`)).body, made.body, path);
      assert.deepEqual((await send(`GET /types/${path}`)).body.at(-1), made.body, path);
    }
    const refused = await send('POST /types/vendor', { type: 'application/x-tar', body });
    assert.equal(refused.status, 415);
    assert.match(refused.body.detail, /application\/vnd\.books\+json/);
    assert.equal(refused.headers['accept-post'], 'application/vnd.books+json');
  });

  test('Accept finds what the operation has, by any name and whatever its parameters', async () => {
    for (const [path, accept, answered] of [
      ['any', 'application/json', 'application/json; charset=UTF-8'],
      ['old', 'application/json', 'application/json; charset=UTF-8'],
      ['vendor', 'application/json', 'application/json; charset=UTF-8'],
      ['vendor', 'application/*', 'application/vnd.books+json; charset=UTF-8'],
      ['versioned', 'application/json; charset=utf-8', 'application/json;version=1; charset=UTF-8'],
      ['any', 'application/json;version=2, text/plain;q=0.1', 'application/json; charset=UTF-8'],
      ['dotnet', 'text/plain', 'text/plain; charset=UTF-8'],
      ['dotnet', 'text/json', 'text/json; charset=UTF-8'],
      ['words', 'text/markdown', 'text/plain; charset=UTF-8'],
      ['report', 'text/csv', 'text/csv; charset=UTF-8'],
      ['download', '*/*', 'application/octet-stream'],
    ] as const) {
      const { status, type } = await send(`GET /types/${path}`, { accept });
      assert.deepEqual([status, type], [200, answered], `${path} ${accept}`);
    }
    assert.equal((await send('GET /types/report', { accept: 'text/csv' })).text, 'n,1');
    const refused = await send('GET /types/vendor', { accept: 'image/png' });
    assert.deepEqual([refused.status, refused.type], [406, 'application/problem+json; charset=UTF-8']);
    assert.match(refused.body.detail, /application\/vnd\.books\+json/);
  });

  test('default and 2XX are the success of what has no other, with the status of what was done', async () => {
    const made = await send('POST /types/cats', { type: 'application/json', body: '{"name":"Mia"}' });
    assert.deepEqual([made.status, made.body.name], [201, 'Mia']);
    assert.deepEqual((await send(`GET /types/cats/${made.body.id}`)).body, made.body);
    assert.deepEqual((await send('GET /types/cats')).body.at(-1), made.body);
    const removed = await send(`DELETE /types/cats/${made.body.id}`);
    assert.deepEqual([removed.status, removed.text], [204, '']);
    for (const method of ['GET', 'POST']) {
      const counted = await send(`${method} /types/count`);
      assert.deepEqual([counted.status, counted.body], [200, { n: 3 }], method);
    }
    assert.equal((await send('POST /types/ping')).status, 204);
  });
});
