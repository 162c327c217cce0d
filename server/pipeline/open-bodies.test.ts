import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SendBody, serveBodies } from '../testing/sent-bodies.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';

const anything = (schema: string) => `
  /files/{id}/content:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: ok, content: {'*/*': {schema: {type: string, format: binary}}}}}}
    put: {requestBody: {content: {'*/*': {schema: ${schema}}}}, responses: {"204": {description: ok}}}
  /files:
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/File'}}}}}}}
    post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/File'}}}}, responses: {"201": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/File'}}}}}}
components: {schemas: {Bin: {type: string, format: binary}, File: {type: object, properties: {id: {type: string}, title: {type: string}}}}}
`;
const versions = ['3.0.3', '3.1.0', '3.2.0'].flatMap((version) =>
  ['{type: string, format: binary}', "{$ref: '#/components/schemas/Bin'}"].map((schema, index): [string, string] => [
    `open-${version.replaceAll('.', '-')}-${index}`,
    `openapi: ${version}\ninfo: {title: Open, version: "1"}\npaths:${anything(schema)}`,
  ]),
);

const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 120, 0, 128]);

describeOnDatabases('a body of any type', (open) => {
  let send: SendBody;
  let close: () => Promise<void>;
  before(async () => {
    ({ send, close } = await serveBodies(Object.fromEntries(versions), open));
  });
  after(() => close());

  test('what may be anything is kept as it is, whatever its sender calls it, or nothing', async () => {
    for (const [slug] of versions) {
      const made = await send(`POST /${slug}/files`, { type: 'application/json', body: '{"title":"x"}' });
      const path = `/${slug}/files/${made.body.id}/content`;
      for (const [type, body] of [
        ['application/json', '{"a": 1 }'],
        ['application/x-www-form-urlencoded', 'a=b&c[d]=e'],
        ['application/xml', '<a>'],
        ['text/plain; charset=iso-8859-1', Buffer.from('Jo\xe3o', 'latin1')],
        [undefined, bytes],
      ] as const) {
        const put = await send(`PUT ${path}`, { ...(type && { type }), body });
        assert.equal(put.status, 204, `${slug} ${type} ${put.text}`);
        assert.deepEqual((await send(`GET ${path}`)).bytes, Buffer.from(body as string), `${slug} ${type}`);
      }
      assert.equal((await send(`PUT ${path}`, { type: 'application/json', body: 'no JSON' })).status, 204, slug);
    }
    const latin = { type: 'application/json; charset=iso-8859-1', body: '{}' };
    assert.equal((await send('POST /open-3-1-0-0/files', latin)).status, 415);
    assert.equal((await send('POST /open-3-1-0-0/files', { body: '{}' })).status, 415);
  });
});
