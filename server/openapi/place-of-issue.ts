import type { Issue } from '../answers/issue.ts';
import type { OpenApiDocument, Schema } from './document-types.ts';
import { pointerSegments } from './faults.ts';
import { flattenSchema } from './sample/flatten-schema.ts';
import { narrowTo, shapeOf } from './schema-shape.ts';

/** A place inside a value: its container, its name there, and its schema. */
export interface Place {
  owner: Record<string, unknown>;
  name: string;
  /** Undefined if unknown. */
  schema?: Schema;
  /** Whether the container's schema does not require it. */
  isOptional: boolean;
}

/** Finds the place where a value breaks its schema, then its containers, from the inside out; none if the root itself is wrong. */
export function findPlaces(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  { pointer }: Pick<Issue, 'pointer'>,
): Place[] {
  const places: Place[] = [];
  let [owner, ownSchema]: [unknown, Schema | undefined] = [value, schema];
  for (const name of pointerSegments(pointer)) {
    if (typeof owner !== 'object' || owner === null) return places;
    const inner = schemaAt(document, ownSchema, owner, name);
    places.unshift({
      owner: owner as Record<string, unknown>,
      name,
      schema: inner,
      isOptional: !Array.isArray(owner) && !intendedShape(document, ownSchema, owner).required.has(name),
    });
    [owner, ownSchema] = [(owner as Record<string, unknown>)[name], inner];
  }
  return places;
}

/** The shape of the variant that a value most likely means. */
function intendedShape(document: OpenApiDocument, schema: Schema | undefined, value: object) {
  const isObject = schema && !Array.isArray(value);
  return shapeOf(document, isObject ? narrowTo(document, schema, value as Record<string, unknown>) : schema);
}

function schemaAt(document: OpenApiDocument, schema: Schema | undefined, owner: object, name: string) {
  const { items, properties } = intendedShape(document, schema, owner);
  if (Array.isArray(owner)) return items;
  if (Object.hasOwn(properties, name)) return properties[name];
  const others = schema && flattenSchema(document, schema).schema.additionalProperties;
  return typeof others === 'object' ? others : undefined;
}
