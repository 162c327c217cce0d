import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPages } from './pages-fixture.ts';

const document = `openapi: 3.1.0
info: {title: Parcels, version: "1"}
paths:
  /:
    get: {operationId: root, responses: {'200': {description: 'The <b>root</b>'}}}
  /parcels:
    summary: All parcels
    description: Kept for *two years*.
    servers: [{url: 'https://{region}.example.com', description: Fast, variables: {region: {default: eu, enum: [eu, us], description: Where}}}]
    parameters: [{name: limit, in: query, description: of the path, schema: {type: integer}}, {name: page, in: query, schema: {type: integer}}]
    get:
      operationId: listParcels
      externalDocs: {url: https://docs.example.com, description: How to *list*}
      parameters: [{name: limit, in: query, description: its own, schema: {type: integer}}]
      x-codeSamples:
        - {lang: Shell, label: CLI, source: "parcels list {{name}}"}
        - {lang: JavaScript, source: await list()}
        - {lang: C#, source: 7}
      responses:
        '200':
          description: ok
          headers:
            Location: {required: true, description: Where *it* is, content: {text/plain: {schema: {type: string, format: uri}, example: /a}}}
            X-Left: {schema: {type: integer}, examples: {some: {value: 7}}}
          links:
            first: {operationId: getParcel, description: The *first*, parameters: {id: '$response.body#/0/id', n: 1}}
            byRef: {operationRef: '#/paths/~1/get', requestBody: {a: 1}}
            outside: {operationRef: 'https://example.com/openapi.yaml#/paths/~1a/get'}
  /parcels/{id}:
    get: {operationId: getParcel, parameters: [{name: id, in: path, required: true, schema: {type: string}}], externalDocs: {url: 'javascript:alert(1)'}, responses: {'200': {description: ok}}}
    delete: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: gone}}}
`;

describe('the page of an operation', () => {
  test('says what its path says, and the path’s parameters unless it has its own', async () => {
    const { operations } = await readPages(document);
    const list = operations.find(({ id }) => id === 'listParcels');
    assert.equal(list?.aboutPath, '<p>All parcels</p>\n<p>Kept for <em>two years</em>.</p>');
    assert.deepEqual(
      list?.parameters.map(({ name, description }) => [name, description]),
      [
        ['limit', '<p>its own</p>'],
        ['page', ''],
      ],
    );
    assert.deepEqual(list?.servers, [
      {
        name: '',
        url: 'https://{region}.example.com',
        description: '<p>Fast</p>',
        variables: [{ name: 'region', initial: 'eu', choices: ['eu', 'us'], description: '<p>Where</p>' }],
      },
    ]);
  });

  test('shows headers and links of its responses', async () => {
    const { operations } = await readPages(document);
    const response = operations.find(({ id }) => id === 'listParcels')?.responses['200'];
    assert.deepEqual(response?.headers.Location, {
      description: '<p>Where <em>it</em> is</p>',
      required: true,
      deprecated: false,
      schema: { type: 'string', format: 'uri' },
      example: '/a',
    });
    assert.equal(response?.headers['X-Left']?.example, 7);
    assert.deepEqual(response?.links, [
      {
        name: 'first',
        description: '<p>The <em>first</em></p>',
        operation: { slug: 'get-parcel', summary: 'Get parcel' },
        parameters: [
          ['id', '$response.body#/0/id'],
          ['n', '1'],
        ],
      },
      { name: 'byRef', description: '', operation: { slug: 'root', summary: 'Root' }, parameters: [], body: '{"a":1}' },
      { name: 'outside', description: '', target: 'https://example.com/openapi.yaml#/paths/~1a/get', parameters: [] },
    ]);
  });

  test('has the document’s own samples beside those that are made, and its links to elsewhere that are links', async () => {
    const { operations } = await readPages(document);
    const list = operations.find(({ id }) => id === 'listParcels');
    assert.deepEqual(list?.samples.slice(-2), [
      { id: 'own-1', label: 'CLI', language: 'shell', code: 'parcels list {{open}}name}}' },
      { id: 'own-2', label: 'JavaScript 2', language: 'javascript', code: 'await list()' },
    ]);
    assert.deepEqual(list?.docs, { url: 'https://docs.example.com', text: '<p>How to <em>list</em></p>' });
    assert.equal(operations.find(({ id }) => id === 'getParcel')?.docs, undefined);
  });

  test('is called by its summary, the words of its operationId, or its method and path', async () => {
    const { operations, index } = await readPages(document);
    const lines = index.tags.flatMap(({ operations: listed }) => listed.map(({ summary }) => summary));
    assert.ok(lines.includes('/parcels/{id}'), 'without the method that stands beside it');
    assert.deepEqual(
      operations.map(({ summary }) => summary),
      ['Root', 'List parcels', 'Get parcel', 'DELETE /parcels/{id}'],
    );
    assert.equal(operations[0]?.responses['200']?.description, '<p>The <b>root</b></p>');
  });
});

test('security is one of several sets, each told whole, and none may be enough', async () => {
  const { operations, index } = await readPages(`openapi: 3.1.0
info: {title: Security, version: "1"}
security: [{}, {id: [], key: []}, {oauth: [read]}, {unknown: []}]
paths: {/a: {get: {responses: {'200': {description: ok}}}}}
components:
  securitySchemes:
    id: {type: apiKey, in: header, name: X-Id}
    key: {type: apiKey, in: query, name: k, description: From *us*}
    oidc: {type: openIdConnect, openIdConnectUrl: https://id.example.com/c}
    bad: {type: openIdConnect, openIdConnectUrl: 'javascript:alert(1)'}
    oauth: {type: oauth2, flows: {authorizationCode: {authorizationUrl: https://id.example.com/a, tokenUrl: https://id.example.com/t, scopes: {read: Read it}}}}`);
  const [operation] = operations;
  assert.deepEqual(
    operation?.security.map((set) => set.map(({ name }) => name)),
    [[], ['id', 'key'], ['oauth']],
  );
  const [oauth] = operation?.security[2] ?? [];
  const urls = [
    ['authorizationUrl', 'https://id.example.com/a'],
    ['tokenUrl', 'https://id.example.com/t'],
  ];
  assert.deepEqual(oauth?.scopes, ['read']);
  assert.deepEqual(oauth?.flows, [{ name: 'authorizationCode', urls }]);
  const [id, key, oidc, bad, flow] = index.security;
  assert.deepEqual(
    [id?.in, id?.parameterName, key?.in, key?.description],
    ['header', 'X-Id', 'query', '<p>From <em>us</em></p>'],
  );
  assert.deepEqual([oidc?.openIdConnectUrl, bad?.openIdConnectUrl], ['https://id.example.com/c', undefined]);
  assert.deepEqual(flow?.flows, [{ name: 'authorizationCode', urls, scopes: [['read', 'Read it']] }]);
});
