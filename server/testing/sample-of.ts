import assert from 'node:assert/strict';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { type Direction, exampleOf } from '../openapi/example-of.ts';
import { validatorOf } from '../openapi/validator.ts';

/** A document that has these schemas and nothing else. */
export const documentOf = (schemas: Record<string, Schema> = {}): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  components: { schemas },
});

/** The sample of a schema, which has to keep its rules. */
export function sampleOf(schema: Schema, schemas?: Record<string, Schema>, direction: Direction = 'response'): unknown {
  const document = documentOf(schemas);
  const sample = exampleOf(document, schema, { direction });
  assert.deepEqual(validatorOf(document)[direction](schema, sample), [], JSON.stringify(sample));
  return sample;
}

/** The schema of such a document that has a name. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
