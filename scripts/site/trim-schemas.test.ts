import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenApiDocument, Schema } from '../../server/openapi/document-types.ts';
import { apiOf } from '../../server/openapi/load-api.ts';
import { planPlaces } from '../../src/reference/plan-places.ts';
import { hasParts } from '../../src/reference/schema-parts.ts';
import { viewSchema } from '../../src/reference/schema-view.ts';
import { treesOf } from '../../src/reference/trees-of.ts';
import { typeLabel } from '../../src/reference/type-label.ts';
import { createOperationReader } from './operation-data.ts';
import { trimSchemas } from './trim-schemas.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Records that all lead to each other, as those that can be expanded in a response. */
function crossedDocument(count: number): OpenApiDocument {
  const names = Array.from({ length: count }, (_, index) => `Thing${index}`);
  const others = Object.fromEntries(
    names.map((name) => [name.toLowerCase(), { anyOf: [{ type: 'string' }, ref(name), { type: 'null' }] } as Schema]),
  );
  const thing = (name: string): Schema => ({
    type: 'object',
    description: `A ${name} and all that it leads to. `.repeat(10),
    properties: { id: { type: 'string' }, state: ref('State'), ...others, last: ref('MaybeThing') },
  });
  const content = (name: string) => ({ 'application/json': { schema: ref(name), example: { id: 'a' } } });
  return {
    openapi: '3.1.0',
    info: { title: 'Crossed', version: '1' },
    paths: Object.fromEntries(
      names.map((name) => [
        `/${name}`,
        { get: { responses: { '200': { description: 'OK', content: content(name) } } } },
      ]),
    ) as OpenApiDocument['paths'],
    components: {
      schemas: {
        ...Object.fromEntries(names.map((name) => [name, thing(name)])),
        State: { type: 'string', enum: ['open', 'closed'] },
        MaybeThing: { oneOf: [ref('Thing1'), { type: 'null' }] },
      },
    },
  };
}

/** The data of a page of a document with so many records. */
function pageOf(count: number) {
  const api = apiOf('specs/crossed', crossedDocument(count));
  const [, operation] = api.operations;
  assert.ok(operation);
  return createOperationReader(api, () => [])(operation);
}

test('where every schema leads to every other, a page has whole schemas only of what it shows', () => {
  const whole = pageOf(40);
  const size = (data: unknown) => JSON.stringify(data).length;
  assert.ok(size(whole) > 150_000, `${size(whole)}`);
  assert.ok(size(trimSchemas(whole)) < 60_000, `${size(trimSchemas(whole))}`);
});

test('a page that has heads instead of schemas shows the same as one that has all', () => {
  const whole = pageOf(40);
  const page = trimSchemas(whole);
  assert.deepEqual(page.places, [...planPlaces(treesOf(whole), whole.schemas).places]);
  for (const name of Object.keys(page.schemas)) {
    assert.equal(typeLabel(ref(name), page.schemas), typeLabel(ref(name), whole.schemas), name);
    assert.equal(hasParts(ref(name), page.schemas, 'response'), hasParts(ref(name), whole.schemas, 'response'), name);
    const isNullable = (schemas: typeof page.schemas) => viewSchema(ref(name), schemas).isNullable;
    assert.equal(isNullable(page.schemas), isNullable(whole.schemas), name);
  }
  assert.deepEqual(page.schemas.State, whole.schemas.State);
});

test('a document whose pages show everything keeps all schemas whole', () => {
  const whole = pageOf(2);
  assert.deepEqual(trimSchemas(whole).schemas, whole.schemas);
});
