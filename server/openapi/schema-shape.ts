import type { OpenApiDocument, Schema } from './document-types.ts';
import { findByPointer } from './resolve.ts';

/** What a schema says at its own level, with references followed and compositions merged. */
export interface Shape {
  types: Set<string>;
  properties: Record<string, Schema>;
  required: Set<string>;
  items?: Schema;
  /** The reference that names the schema, for example `#/components/schemas/Invoice`. */
  ref?: string;
  closed: boolean;
}

const depthLimit = 12;

/** Flattens `$ref` and `allOf`, and takes the first variant of `oneOf` and `anyOf` that is not null. */
export function shapeOf(document: OpenApiDocument, schema: Schema | undefined): Shape {
  const shape: Shape = { types: new Set(), properties: {}, required: new Set(), closed: false };
  if (schema) collect(document, schema, shape, 0);
  if (shape.types.size === 0) {
    if (Object.keys(shape.properties).length > 0) shape.types.add('object');
    else if (shape.items) shape.types.add('array');
  }
  return shape;
}

function collect(document: OpenApiDocument, schema: Schema, shape: Shape, depth: number): void {
  if (depth > depthLimit || typeof schema !== 'object') return;
  if (schema.$ref) {
    shape.ref ??= schema.$ref;
    const target = findByPointer(document, schema.$ref) as Schema | undefined;
    if (target) collect(document, target, shape, depth + 1);
  }
  for (const type of [schema.type ?? []].flat()) if (type !== 'null') shape.types.add(type);
  for (const [name, property] of Object.entries(schema.properties ?? {})) shape.properties[name] = property;
  for (const name of schema.required ?? []) shape.required.add(name);
  if (schema.items) shape.items = schema.items;
  if (schema.additionalProperties === false || schema.unevaluatedProperties === false) shape.closed = true;
  for (const part of schema.allOf ?? []) collect(document, part, shape, depth + 1);
  const variant = (schema.oneOf ?? schema.anyOf)?.find((option) => option.type !== 'null');
  if (variant) collect(document, variant, shape, depth + 1);
}

/** The single JSON type of a schema, or undefined when it has none or several. */
export function typeOf(document: OpenApiDocument, schema: Schema | undefined): string | undefined {
  const { types } = shapeOf(document, schema);
  return types.size === 1 ? [...types][0] : undefined;
}
