import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenApiDocument, Schema } from '../../server/openapi/document-types.ts';
import { apiOf } from '../../server/openapi/load-api.ts';
import { createOperationReader } from './operation-data.ts';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const array = (items: Schema): Schema => ({ type: 'array', items });

/** A document as large as GitHub's: 1,000 operations whose records contain each other's, with 50 shared schemas. */
function largeDocument(): OpenApiDocument {
  const fields = Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [`field_${index}`, { type: 'string', description: 'What it **says**.' }]),
  );
  const schemas = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `Thing${index}`,
      {
        type: 'object',
        properties: {
          ...fields,
          owner: ref('Person'),
          editors: array(ref('Person')),
          ...(index % 5 > 0 && { previous: ref(`Thing${index - 1}`) }),
        },
      } as Schema,
    ]),
  );
  const operation = (index: number, method: string) => {
    const content = { 'application/json': { schema: ref(`Thing${index % 50}`) } };
    return {
      operationId: `${method}Thing${index}`,
      summary: `Thing ${index}`,
      tags: [`Tag ${index % 40}`],
      ...(method === 'post' && { requestBody: { content } }),
      responses: { '200': { description: 'OK', content } },
    };
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    paths: Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `/things${index}`,
        { get: operation(index, 'get'), post: operation(index, 'post') },
      ]),
    ) as OpenApiDocument['paths'],
    components: { schemas: { ...schemas, Person: { type: 'object', properties: fields as Record<string, Schema> } } },
  };
}

test('in a document with a thousand operations, each page contains the schemas it reaches, once', () => {
  const api = apiOf('specs/large', largeDocument());
  const readOperation = createOperationReader(api);
  const pages = api.operations.map(readOperation);
  assert.equal(pages.length, 1000);
  const sizes = pages.map((page) => JSON.stringify(page).length).sort((a, b) => a - b);
  const median = sizes[500] as number;
  const largest = sizes.at(-1) as number;
  assert.ok(largest < 60_000, `the data of the largest page takes ${largest} bytes`);
  assert.ok(median < 40_000, `the data of a page takes ${median} bytes`);
  const shown = new Set(pages.map(({ schemas }) => schemas.Person));
  assert.equal(shown.size, 1, 'shared schemas are read once');
});
