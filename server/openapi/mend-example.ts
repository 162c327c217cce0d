import type { OpenApiDocument, Schema } from './document-types.ts';
import { exampleOf } from './example-of.ts';
import { pointerSegments } from './faults.ts';
import { readOnlyNames } from './request-view.ts';
import { shapeOf } from './schema-shape.ts';
import type { Issue } from './validation-issues.ts';
import { createValidator, type Validator } from './validator.ts';

const validators = new WeakMap<OpenApiDocument, Validator>();

/** Mends a request's example where it breaks its own schema, and leaves out what is read-only; what cannot be mended stays. */
export function mendExample(document: OpenApiDocument, schema: Schema, example: unknown): unknown {
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return example;
  const readOnly = readOnlyNames(document, schema);
  const value = Object.fromEntries(Object.entries(structuredClone(example)).filter(([name]) => !readOnly.has(name)));
  const validator = validators.get(document) ?? createValidator(document);
  validators.set(document, validator);
  for (const issue of validator.request(schema, value)) mendOne(document, schema, value, issue);
  return value;
}

function mendOne(document: OpenApiDocument, schema: Schema, value: unknown, { pointer, keyword }: Issue): void {
  const segments = pointerSegments(pointer);
  const last = segments.pop();
  if (last === undefined) return;
  let [owner, ownerSchema]: [unknown, Schema | undefined] = [value, schema];
  for (const segment of segments) {
    const shape = shapeOf(document, ownerSchema);
    ownerSchema = Array.isArray(owner) ? shape.items : shape.properties[segment];
    owner = (owner as Record<string, unknown>)?.[segment];
  }
  if (typeof owner !== 'object' || owner === null) return;
  const shape = shapeOf(document, ownerSchema);
  const target = Array.isArray(owner) ? shape.items : shape.properties[last];
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    delete (owner as Record<string, unknown>)[last];
  else if (target)
    (owner as Record<string, unknown>)[last] = exampleOf(document, withoutExamples(document, target), {
      direction: 'request',
    });
}

function withoutExamples(document: OpenApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  const target = name ? { ...document.components?.schemas?.[name], ...schema } : schema;
  return { ...target, $ref: undefined, example: undefined, examples: undefined };
}
