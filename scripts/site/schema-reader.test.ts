import assert from 'node:assert/strict';
import test from 'node:test';
import type { OpenApiDocument } from '../../server/openapi/document-types.ts';
import { createSchemaReader } from './schema-reader.ts';

function readerOf(schemas: Record<string, unknown>) {
  return createSchemaReader(
    { openapi: '3.1.0', info: { title: '', version: '' }, components: { schemas } } as OpenApiDocument,
    (text) => `<p>${text}</p>`,
  );
}

test('a page gets every schema that it reaches, and no others', () => {
  const reader = readerOf({
    Tree: {
      properties: {
        leaves: { items: { $ref: '#/components/schemas/Leaf' } },
        parent: { $ref: '#/components/schemas/Tree' },
      },
    },
    Leaf: { type: 'string', description: 'Green.', 'x-secret': 1 },
    Stone: { type: 'string' },
  });
  const references = new Set<string>();
  assert.deepEqual(reader.read({ $ref: '#/components/schemas/Tree' }, references), {
    $ref: '#/components/schemas/Tree',
  });
  const collected = reader.collect(references);
  assert.deepEqual(Object.keys(collected).sort(), ['Leaf', 'Tree']);
  assert.deepEqual(collected.Leaf, { type: 'string', description: '<p>Green.</p>' });
});

test('a reference to a part of a schema gets its own name', () => {
  const reader = readerOf({ Company: { properties: { 'zip/code': { type: 'string' } } } });
  const references = new Set<string>();
  const { $ref } = reader.read({ $ref: '#/components/schemas/Company/properties/zip~1code' }, references);
  const name = $ref?.slice('#/components/schemas/'.length) ?? '';
  assert.deepEqual(reader.collect(references), { [name]: { type: 'string' } });
});

test('a discriminator points at its variants and includes them', () => {
  const reader = readerOf({
    Pet: { discriminator: { propertyName: 'kind', mapping: { dog: 'Dog' } } },
    Dog: { type: 'object' },
  });
  const collected = reader.collect(new Set(['Pet']));
  assert.deepEqual(collected.Pet?.discriminator?.mapping, { dog: '#/components/schemas/Dog' });
  assert.ok(collected.Dog);
});

test('a property named like a keyword is still a property', () => {
  const schema = readerOf({}).read(
    { properties: { description: { type: 'string' }, items: { description: 'x' } } },
    new Set(),
  );
  assert.deepEqual(schema.properties, { description: { type: 'string' }, items: { description: '<p>x</p>' } });
});

test('in any keyword, schemas have rendered texts and included references', () => {
  const reader = readerOf({ Leaf: { type: 'string' } });
  const leaf = { description: 'x', $ref: '#/components/schemas/Leaf' };
  const rendered = { ...leaf, description: '<p>x</p>' };
  for (const keyword of ['items', 'contentSchema', 'additionalItems', 'propertyNames', 'unevaluatedItems', 'else']) {
    const references = new Set<string>();
    assert.deepEqual(reader.read({ [keyword]: leaf }, references), { [keyword]: rendered });
    assert.deepEqual([...references], ['Leaf'], keyword);
  }
  assert.deepEqual(reader.read({ dependencies: { a: leaf, b: ['c'] } }, new Set()), {
    dependencies: { a: rendered, b: ['c'] },
  });
  assert.deepEqual(reader.read({ items: [leaf, false] }, new Set()), { items: [rendered, { not: {} }] });
});

test('`false` schemas are preserved, and definitions are included only when referenced', () => {
  const reader = readerOf({ Box: { definitions: { Lid: { description: 'x' } }, $defs: { Key: {} } } });
  assert.deepEqual(reader.read({ additionalProperties: false, items: true, uniqueItems: true }, new Set()), {
    additionalProperties: false,
    items: true,
    uniqueItems: true,
  });
  assert.deepEqual(reader.collect(new Set(['Box'])), { Box: {} });
  const references = new Set<string>();
  reader.read({ $ref: '#/components/schemas/Box/definitions/Lid' }, references);
  assert.deepEqual(reader.collect(references), { 'Box.definitions.Lid': { description: '<p>x</p>' } });
});
