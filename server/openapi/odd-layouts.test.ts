import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeSpec } from '../testing/test-specs.ts';
import { exampleOf } from './example-of.ts';
import { type ApiDocument, loadApi } from './load-api.ts';

const ok = 'responses: {"200": {description: ok}}';

async function load(document: string): Promise<ApiDocument> {
  const api = await loadApi(writeSpec(document));
  assert.deepEqual(api.faults, []);
  return api;
}

const keywords =
  'example examples nullable format type exclusiveMinimum minimum properties required default enum items x-own';

describe('documents of rare kinds are read as they are written', () => {
  test('properties and examples may have the names of keywords', async () => {
    const names = keywords.split(' ');
    const properties = names.map((name) => `${name}: {type: string, nullable: true, description: ${name}}`).join(', ');
    const shown =
      '{example: E, nullable: true, type: [string], exclusiveMinimum: true, minimum: 3, properties: {x: {nullable: true, type: string}}}';
    const api = await load(
      `openapi: 3.0.3\ninfo: {title: A, version: "1"}\npaths:\n  /a: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Doc"}, example: ${shown}}}}}}}\ncomponents: {schemas: {Doc: {type: object, properties: {${properties}}}}}\n`,
    );
    const { Doc } = api.document.components?.schemas ?? {};
    assert.deepEqual(
      Doc?.properties,
      Object.fromEntries(names.map((name) => [name, { type: ['string', 'null'], description: name }])),
    );
    const { example, examples } = api.operations[0]?.responses['200']?.content?.['application/json'] ?? {};
    const [first] = Object.values(examples ?? {}) as { value?: unknown }[];
    assert.deepEqual(example ?? first?.value, {
      example: 'E',
      nullable: true,
      type: ['string'],
      exclusiveMinimum: true,
      minimum: 3,
      properties: { x: { nullable: true, type: 'string' } },
    });
  });

  test('what stands beside a reference counts', async () => {
    const { document } = await load(
      `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {/a: {get: {${ok}}}}\ncomponents:\n  schemas:\n    Base: {type: number, description: base, maximum: 5}\n    Own: {$ref: "#/components/schemas/Base", description: own, minimum: 3, examples: [4]}\n`,
    );
    assert.equal(document.components?.schemas?.Own?.description, 'own');
    const own = { $ref: '#/components/schemas/Own' };
    assert.equal(exampleOf(document, own, { direction: 'response' }), 4);
    assert.equal(exampleOf(document, { ...own, examples: [5] }, { direction: 'response' }), 5);
  });

  test('webhooks without paths, and components without both', async () => {
    const hooks = await load(
      `openapi: 3.1.0\ninfo: {title: A, version: "1"}\nwebhooks: {made: {post: {operationId: made, ${ok}}}}\n`,
    );
    assert.deepEqual([hooks.operations, Object.keys(hooks.document.webhooks ?? {})], [[], ['made']]);
    const empty = await load(
      `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\ncomponents: {schemas: {A: {type: string}}}\n`,
    );
    assert.deepEqual(empty.operations, []);
  });

  test('path items by reference, with parameters of their own, also by an encoded pointer', async () => {
    const { operations } = await load(`openapi: 3.1.0
info: {title: A, version: "1"}
paths:
  /a/{id}: {$ref: "#/components/pathItems/Item"}
  /b/{id}: {$ref: "#/paths/~1a~1%7Bid%7D"}
components:
  pathItems:
    Item:
      summary: Item
      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: limit, in: query, schema: {type: string}}]
      get: {parameters: [{name: limit, in: query, schema: {type: integer}}], ${ok}}
`);
    const shown = operations.map(({ path, parameters }) => [
      path,
      parameters.map(({ name, schema }) => [name, schema?.type]),
    ]);
    const parameters = [
      ['id', 'string'],
      ['limit', 'integer'],
    ];
    assert.deepEqual(shown, [
      ['/a/{id}', parameters],
      ['/b/{id}', parameters],
    ]);
  });

  test('a property with such a pattern, in a document of 3.0', async () => {
    const { document } = await load(
      `openapi: 3.0.3\ninfo: {title: A, version: "1"}\npaths: {/a: {get: {${ok}}}}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string, pattern: '\\A[a-z-_]+\\Z'}}}}}\n`,
    );
    assert.equal((document.components?.schemas?.A?.properties?.a as { type?: string })?.type, 'string');
  });

  test('patterns of other dialects, and broken ones', async () => {
    const patterns = [
      '(?i)^abc$',
      '[a-',
      '^a++$',
      '^[[:alpha:]]+\\z',
      '^(?!x).*(?<!y)$',
      '^\\p{L}+$',
      '^[a-z-_]{2,5}$',
      '^',
    ];
    const properties = patterns.map((pattern, at) => `p${at}: {type: string, pattern: '${pattern}'}`).join(', ');
    const { document } = await load(
      `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {/a: {get: {${ok}}}}\ncomponents: {schemas: {A: {type: object, properties: {${properties}}}}}\n`,
    );
    const example = exampleOf(document, { $ref: '#/components/schemas/A' }, { direction: 'request' });
    assert.deepEqual(
      Object.keys(example as object),
      patterns.map((_, at) => `p${at}`),
    );
  });

  test('an operation at the root, and a document whose operations are called like pages', async () => {
    const { operations } = await load(
      `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {/: {get: {operationId: index, ${ok}}, post: {${ok}}}, /index: {get: {${ok}}}}\n`,
    );
    assert.deepEqual(
      operations.map(({ slug }) => slug),
      ['index-get', 'post', 'get-index'],
    );
  });
});
