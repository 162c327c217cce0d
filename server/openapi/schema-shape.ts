import type { OpenApiDocument, Schema } from './document-types.ts';
import { memoize } from './memoize.ts';
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

const shapes = new WeakMap<Schema, Shape>();

/** Flattens `$ref` and `allOf`, and takes the first non-null variant of `oneOf` and `anyOf`. The result is cached: never modify it. */
export function shapeOf(document: OpenApiDocument, schema: Schema | undefined): Shape {
  const known = schema && shapes.get(schema);
  if (known) return known;
  const shape = makeShape(document, schema);
  if (schema) shapes.set(schema, shape);
  return shape;
}

function makeShape(document: OpenApiDocument, schema: Schema | undefined): Shape {
  const shape: Shape = { types: new Set(), properties: {}, required: new Set(), closed: false };
  if (schema) collect(document, schema, shape, new Set(), 0);
  if (shape.types.size === 0) {
    if (Object.keys(shape.properties).length > 0) shape.types.add('object');
    else if (shape.items) shape.types.add('array');
  }
  return shape;
}

function collect(document: OpenApiDocument, schema: Schema, shape: Shape, refs: Set<string>, depth: number): void {
  if (depth > depthLimit || typeof schema !== 'object') return;
  if (schema.$ref) {
    shape.ref ??= schema.$ref;
    // Merging a target once is enough; compositions can double at each level.
    const target = refs.has(schema.$ref) ? undefined : (findByPointer(document, schema.$ref) as Schema | undefined);
    refs.add(schema.$ref);
    if (target) collect(document, target, shape, refs, depth + 1);
  }
  for (const type of [schema.type ?? []].flat()) if (type !== 'null') shape.types.add(type);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const before = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
    // One part of a composition may extend a property that another describes.
    shape.properties[name] = before && before !== property ? { ...before, ...property } : property;
  }
  for (const name of schema.required ?? []) shape.required.add(name);
  if (schema.items) shape.items = schema.items;
  if (schema.additionalProperties === false || schema.unevaluatedProperties === false) shape.closed = true;
  for (const part of schema.allOf ?? []) collect(document, part, shape, refs, depth + 1);
  const variant = (schema.oneOf ?? schema.anyOf)?.find((option) => option.type !== 'null');
  if (variant) collect(document, variant, shape, refs, depth + 1);
}

/** The non-null variants of a schema, or of its reference's target. */
const choiceOf = memoize((schema: Schema, document: OpenApiDocument) => {
  const target = schema.$ref ? ((findByPointer(document, schema.$ref) as Schema | undefined) ?? schema) : schema;
  const keyword: 'oneOf' | 'anyOf' = target.oneOf ? 'oneOf' : 'anyOf';
  return { target, keyword, variants: target[keyword]?.filter(({ type }) => type !== 'null') ?? [] };
});

const narrowed = new WeakMap<Schema, Schema>();

/** Narrows `oneOf` or `anyOf` to the variant that a value most likely means: no conflicting constant, most matching properties. */
export function narrowTo(document: OpenApiDocument, schema: Schema, value: Record<string, unknown>): Schema {
  const { target, keyword, variants } = choiceOf(schema, document);
  if (variants.length < 2) return schema;
  const named = namedVariant(target, variants, value);
  const scored = variants.map((variant) => ({ variant, score: scoreOf(document, variant, value) }));
  const variant = named ?? scored.reduce((best, next) => (next.score > best.score ? next : best)).variant;
  let chosen = narrowed.get(variant);
  if (!chosen) {
    chosen = { ...target, [keyword]: [variant] };
    narrowed.set(variant, chosen);
  }
  return chosen;
}

/** The variant that the value of a discriminator names, by its mapping or by the name of its schema. */
function namedVariant(target: Schema, variants: Schema[], value: Record<string, unknown>): Schema | undefined {
  const { propertyName, mapping = {} } = (target as { discriminator?: Discriminator }).discriminator ?? {};
  const name = propertyName === undefined ? undefined : value[propertyName];
  if (typeof name !== 'string') return undefined;
  const wanted = Object.hasOwn(mapping, name) ? mapping[name] : name;
  return variants.find(({ $ref }) => $ref !== undefined && ($ref === wanted || $ref.split('/').at(-1) === wanted));
}

interface Discriminator {
  propertyName?: string;
  mapping?: Record<string, string>;
}

function scoreOf(document: OpenApiDocument, variant: Schema, value: Record<string, unknown>): number {
  const { properties, required, closed } = shapeOf(document, variant);
  let score = 0;
  // A closed variant has no place for other names, whatever else it lacks.
  if (closed) for (const name of Object.keys(value)) if (!Object.hasOwn(properties, name)) score -= 100;
  for (const [name, property] of Object.entries(properties)) {
    const allowed = property.const !== undefined ? [property.const] : property.enum;
    if (name in value) score += allowed && !allowed.includes(value[name]) ? -100 : 1;
    else if (required.has(name) && !property.readOnly) score -= 10;
  }
  return score;
}

/** The single JSON type of a schema, or undefined when it has none or several. */
export function typeOf(document: OpenApiDocument, schema: Schema | undefined): string | undefined {
  const { types } = shapeOf(document, schema);
  return types.size === 1 ? [...types][0] : undefined;
}
