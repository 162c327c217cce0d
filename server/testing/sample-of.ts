import assert from 'node:assert/strict';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { type Direction, exampleOf } from '../openapi/example-of.ts';
import { validatorOf } from '../openapi/validator.ts';

/** A document that has only these schemas. */
export const documentOf = (schemas: Record<string, Schema> = {}): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  components: { schemas },
});

/** The sample of a schema, asserted to be valid. */
export function sampleOf(schema: Schema, schemas?: Record<string, Schema>, direction: Direction = 'response'): unknown {
  const document = documentOf(schemas);
  const sample = exampleOf(document, schema, { direction });
  assert.deepEqual(validatorOf(document)[direction](schema, sample), [], JSON.stringify(sample));
  return sample;
}

/** A reference to a schema of such a document by its name. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
