import assert from 'node:assert/strict';
import test from 'node:test';
import type { OpenApiDocument, Parameter } from '../../server/openapi/document-types.ts';
import { type ApiDocument, loadApi } from '../../server/openapi/load-api.ts';
import { listOperations } from '../../server/openapi/operations.ts';
import { makeSamples } from './code-samples.ts';
import { readSecurity } from './security-data.ts';

function samplesOf(
  scheme: object | undefined,
  parameters: Parameter[] = [],
  slug = 't',
  servers?: ApiDocument['servers'],
  part: 'code' | 'elsewhere' = 'code',
) {
  const document = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    ...(scheme && { security: [{ it: [] }], components: { securitySchemes: { it: scheme } } }),
    paths: {
      '/things/{id}': {
        get: { parameters: [{ name: 'id', in: 'path', required: true, example: 'a b' }, ...parameters] },
      },
    },
  } as unknown as OpenApiDocument;
  const operations = listOperations(document);
  const api: ApiDocument = {
    slug,
    isPlatform: slug === 'platform',
    folder: '',
    title: 'T',
    version: '1',
    basePath: '/sandbox/t',
    document,
    operations,
    files: [],
    faults: [],
    ...(servers && { servers }),
  };
  const [operation] = operations;
  assert.ok(operation);
  const samples = makeSamples(
    api,
    operation,
    readSecurity(document, operation.security, (text) => text ?? ''),
  );
  return Object.fromEntries(samples.map((sample) => [sample.id, sample[part] ?? '']));
}

test('every language has a sample, with placeholders for the origin and the key', () => {
  const samples = samplesOf({ type: 'http', scheme: 'basic' });
  assert.deepEqual(Object.keys(samples), ['curl', 'javascript', 'python', 'php', 'java', 'csharp', 'go']);
  for (const [id, code] of Object.entries(samples)) {
    assert.match(code, /\{\{origin\}\}\/sandbox\/t\/things\/a%20b/, id);
    assert.match(code, /\{\{(key|basic)\}\}/, id);
  }
});

const places: [name: string, scheme: object | undefined, expected: RegExp][] = [
  ['HTTP Basic as user name', { type: 'http', scheme: 'basic' }, /--user '\{\{key\}\}:x'/],
  ['HTTP Bearer', { type: 'http', scheme: 'bearer' }, /Authorization: Bearer \{\{key\}\}/],
  ['OAuth 2.0 as bearer', { type: 'oauth2', flows: {} }, /Authorization: Bearer \{\{key\}\}/],
  ['a header', { type: 'apiKey', in: 'header', name: 'apiKey' }, /'apiKey: \{\{key\}\}'/],
  ['the query', { type: 'apiKey', in: 'query', name: 'k' }, /\?k=\{\{key\}\}/],
  ['a cookie', { type: 'apiKey', in: 'cookie', name: 'sid' }, /--cookie 'sid=\{\{key\}\}'/],
  ['a bearer token where the document asks for nothing', undefined, /Authorization: Bearer \{\{key\}\}/],
];

for (const [name, scheme, expected] of places) {
  test(`the key goes into ${name}`, () => assert.match(samplesOf(scheme).curl ?? '', expected));
}

test('a server of a provider is asked for its own credentials, and for none where the document asks for none', () => {
  const own = { name: '', url: '/sandbox/t', isOwn: true };
  const other = { name: 'P', url: 'https://p.example', isOwn: false };
  const both = (scheme: object | undefined) => samplesOf(scheme, [], 't', [own, other], 'elsewhere');
  assert.match(both({ type: 'http', scheme: 'basic' }).curl ?? '', /--user '\{\{user\}\}:\{\{password\}\}'/);
  assert.match(both({ type: 'http', scheme: 'basic' }).javascript ?? '', /btoa\('\{\{user\}\}:\{\{password\}\}'\)/);
  assert.doesNotMatch(both(undefined).curl ?? 'Authorization', /Authorization|\{\{key/);
  assert.equal(both({ type: 'http', scheme: 'bearer' }).curl, '', 'the same as for the sandbox');
  const alone = samplesOf({ type: 'http', scheme: 'basic' }, [], 't', [other]);
  for (const [id, code] of Object.entries(alone)) assert.match(code, /\{\{(user|account)\}\}/, id);
});

test('query parameters are serialized according to their style', () => {
  const list = { name: 'tags', in: 'query', required: true, explode: false, example: ['a', 'b c'] } as Parameter;
  const object = {
    name: 'filter',
    in: 'query',
    required: true,
    style: 'deepObject',
    example: { city: 'SP' },
  } as Parameter;
  assert.match(samplesOf(undefined, [list, object]).curl ?? '', /\?tags=a,b%20c&filter%5Bcity%5D=SP/);
});

test("an OAuth client's id and secret have placeholders that are not encoded", async () => {
  const api = await loadApi('specs/platform');
  const operation = api.operations.find(({ id }) => id === 'createAccessToken');
  assert.ok(operation);
  const samples = makeSamples(
    api,
    operation,
    readSecurity(api.document, operation.security, (text) => text ?? ''),
  );
  for (const { code, label } of samples) {
    assert.match(code, /\{\{origin\}\}\/oauth\/token/, label);
    assert.match(code, /client_id.*\{\{client\}\}/s, label);
    assert.match(code, /client_secret.*\{\{secret\}\}/s, label);
  }
});

test("public operations of the portal's own API have samples without a key", () => {
  for (const code of Object.values(samplesOf(undefined, [], 'platform'))) assert.doesNotMatch(code, /Authorization/);
});
