import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { startTestPortal } from '../../testing/test-portal.ts';
import { temporaryFolder, writeSpec, writeSpecs } from '../../testing/test-specs.ts';
import type { Fault } from '../faults.ts';
import { loadApi } from '../load-api.ts';

const head = 'openapi: 3.0.3\ninfo: {title: Pets, version: "1"}\n';
const json = (schema: string) => `content: {application/json: {schema: ${schema}}}`;
const files = {
  'paths/pets.yaml': `get:
  operationId: listPets
  parameters: [{$ref: ../parameters.yaml#/limit}]
  responses: {"200": {description: ok, ${json('{type: array, items: {$ref: ../schemas/Pet.yaml}}')}}}
post:
  operationId: addPet
  requestBody: {${json('{$ref: ../schemas/Pet.yaml}')}}
  responses: {"201": {description: ok, ${json('{$ref: "../openapi.yaml#/components/schemas/Pet"}')}}}
`,
  'parameters.yaml': 'limit: {name: limit, in: query, schema: {type: integer, maximum: 50}}\n',
  'schemas/Pet.yaml': `$schema: https://json-schema.org/draft-04/schema
type: object
required: [name]
properties:
  id: {type: string, readOnly: true}
  name: {type: string, nullable: true}
  parent: {$ref: Pet.yaml}
  tag: {$ref: "Pet.yaml#tag"}
  kind: {$ref: ./kinds.json#/Kind}
definitions: {Tag: {$anchor: tag, type: object, properties: {text: {type: string}}}}
`,
  'schemas/kinds.json': '{"Kind": {"type": "string", "enum": ["cat", "dog"]}}',
};
const document = `${head}paths:
  /pets: {$ref: paths/pets.yaml}
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, ${json('{$ref: "#/components/schemas/Pet"}')}}}
components: {schemas: {Pet: {$ref: schemas/Pet.yaml}}}
`;

describe('a document in several files', () => {
  test('is served as one, whatever its files refer to', async () => {
    const apis = { pets: { 'openapi.yaml': document, ...files } };
    const portal = await startTestPortal({ env: { SPECS_PATH: `specs:${writeSpecs(apis)}` } });
    try {
      const key = await portal.guest();
      assert.deepEqual(portal.context.faults.list(), []);
      const add = (body: object) => portal.call('POST /sandbox/pets/pets', { key, body });
      for (const wrong of [{}, { name: 'A', kind: 'fish' }, { name: 'A', parent: {} }, { name: 'A', tag: { text: 7 } }])
        assert.equal((await add(wrong)).status, 422, JSON.stringify(wrong));
      const { status, body } = await add({ name: null, kind: 'cat', parent: { name: 'B' }, tag: { text: 'x' } });
      assert.equal(status, 201);
      assert.deepEqual((await portal.call(`GET /sandbox/pets/pets/${body.id}`, { key })).body, body);
      assert.equal((await portal.call('GET /sandbox/pets/pets?limit=51', { key })).status, 422);
      const download = await portal.call('GET /downloads/pets/openapi.yaml', { key });
      assert.doesNotMatch(download.body, /Pet\.yaml|kinds\.json/);
    } finally {
      await portal.close();
    }
  });

  test('keeps the names of its schemas', async () => {
    const { document: read } = await loadApi(writeSpec(document, files));
    assert.deepEqual(Object.keys(read.components?.schemas ?? {}).sort(), ['Kind', 'Pet', 'Tag']);
  });

  test('has its faults told in the file and at the line where they are', async () => {
    const faults: Fault[] = await loadApi(
      writeSpec(document, {
        ...files,
        'schemas/Pet.yaml':
          'type: object\nproperties:\n  name:\n    type: string\n    minLength: "3"\n  lost: {$ref: lost.yaml}\n',
        'paths/pets.yaml': files['paths/pets.yaml'].replace('operationId: addPet', 'deprecated: "no"'),
      }),
    ).then(
      (api) => api.faults,
      (error) => error.faults,
    );
    assert.deepEqual(
      faults.map(({ file, line }) => [file.split('/example/')[1], line]).sort(),
      [
        ['paths/pets.yaml', 6],
        ['schemas/Pet.yaml', 5],
        ['schemas/Pet.yaml', 6],
      ].sort(),
    );
  });

  test('is read again when one of them has changed', async () => {
    const folder = writeSpec(document, files);
    assert.equal((await loadApi(folder)).files.length, 4);
    writeFileSync(join(folder, 'schemas/kinds.json'), '{"Kind": {"type": "integer"}}');
    assert.equal((await loadApi(folder)).document.components?.schemas?.Kind?.type, 'integer');
  });

  const outside = temporaryFolder();
  writeFileSync(join(outside, 'secret.yaml'), 'type: string\nconst: secret\n');
  writeFileSync(join(outside, 'plain.txt'), 'secret');
  const one = (reference: string) =>
    `${head}paths:\n  /good: {get: {responses: {"200": {description: ok}}}}\n  /a:\n    get: {responses: {"200": {description: ok, ${json(`{$ref: "${reference}"}`)}}}}\n`;
  for (const [reference, why] of [
    [`${outside}/secret.yaml`, /leaves the folder/],
    ['../../secret.yaml', /leaves the folder/],
    ['..%2f..%2fsecret.yaml', /leaves the folder/],
    ['link.yaml', /leaves the folder/],
    ['linked/secret.yaml', /leaves the folder/],
    ['https://example.com/a.yaml', /points outside/],
    ['//example.com/a.yaml', /points outside/],
    ['file:///etc/hostname', /points outside/],
    ['.env', /neither YAML nor JSON/],
    ['sandbox.ts', /neither YAML nor JSON/],
    ['schemas/no.yaml', /is not there: schemas\/no\.yaml/],
    ['a%00.yaml', /is not there/],
    [`${'long'.repeat(80)}.yaml`, /is not there/],
    ['loop.yaml', /is not there/],
    ['other.yaml#/nothing', /no target/],
    ['broken.yaml', /cannot be read/],
  ] as const)
    test(`does not follow ${reference.replace(outside, '<elsewhere>').slice(0, 40)}, and says why`, async () => {
      const folder = writeSpec(one(reference), { '.env': 'KEY=1', 'other.yaml': 'a: 1', 'broken.yaml': 'a: [' });
      symlinkSync(join(outside, 'secret.yaml'), join(folder, 'link.yaml'));
      symlinkSync(outside, join(folder, 'linked'));
      symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
      const { document: read, operations, faults } = await loadApi(folder);
      assert.match(faults.map(({ message }) => message.en).join('\n'), why);
      const { content } = operations.find(({ path }) => path === '/a')?.responses['200'] ?? {};
      assert.deepEqual(content, { 'application/json': { schema: {} } });
      assert.doesNotMatch(JSON.stringify(read), /secret"/);
    });

  test('may not be larger than any honest document by files that refer to each other', async () => {
    const levels = Array.from({ length: 8 }, (_, at) => [
      `t${at}.yaml`,
      `list: [${Array(12)
        .fill(`{$ref: t${at + 1}.yaml}`)
        .join(', ')}]`,
    ]);
    const folder = writeSpec(`${head}externalDocs: {$ref: t0.yaml}\npaths: {}\n`, {
      ...Object.fromEntries(levels),
      't8.yaml': 'a: 1',
    });
    await assert.rejects(loadApi(folder), /cannot be expanded/);
  });

  test('has examples in which nothing is a reference', async () => {
    const schema = 'type: object\nexamples: [{$ref: nowhere.yaml}]\n';
    const { document: read, faults } = await loadApi(
      writeSpec(one('a.yaml').replace('3.0.3', '3.1.0'), { 'a.yaml': schema }),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(read.components?.schemas?.a?.examples, [{ $ref: 'nowhere.yaml' }]);
  });

  test('may refer in circles', async () => {
    const folder = writeSpec(one('a.yaml'), { 'a.yaml': '$ref: b.yaml', 'b.yaml': '$ref: a.yaml' });
    assert.equal((await loadApi(folder)).operations.length, 2);
  });
});
