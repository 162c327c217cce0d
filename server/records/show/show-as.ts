import type { RecordBody } from '../../dialect/record-body.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { resolve } from '../../openapi/resolve.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';

/**
 * Reduces a stored value to its response schema: without write-only properties, and without those that a closed schema
 * forbids.
 */
export function showAs(document: OpenApiDocument, schema: Schema | undefined, value: unknown): unknown {
  return isTaker(document, schema) ? show(document, schema, value) : value;
}

/** The properties that a schema shows, all variants combined: what one of them hides is never shown. */
interface View {
  hidden: Set<string>;
  /** The only names that are shown, where the schema is closed. */
  known?: Set<string>;
  properties: Map<string, Schema[]>;
  /** Schemas of additional properties. */
  others: Schema[];
  items: Schema[];
}

const viewOf = memoize((schema: Schema, document: OpenApiDocument): View => {
  const view: View = { hidden: new Set(), properties: new Map(), others: [], items: [] };
  collect(document, schema, view, new Set());
  if (shapeOf(document, schema).closed && view.others.length === 0) view.known = new Set(view.properties.keys());
  return view;
});

function collect(document: OpenApiDocument, schema: Schema, view: View, seen: Set<Schema>): void {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return;
  seen.add(schema);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (property.writeOnly || resolve<Schema>(document, property).writeOnly) view.hidden.add(name);
    view.properties.set(name, [...(view.properties.get(name) ?? []), property]);
  }
  if (schema.items) view.items.push(schema.items);
  const { additionalProperties, patternProperties = {} } = schema as {
    patternProperties?: Record<string, Schema>;
  } & Schema;
  view.others.push(...Object.values(patternProperties));
  if (typeof additionalProperties === 'object') view.others.push(additionalProperties);
  if (schema.$ref) collect(document, resolve<Schema>(document, schema as { $ref: string }), view, seen);
  for (const part of [schema.allOf, schema.oneOf, schema.anyOf].flat()) if (part) collect(document, part, view, seen);
}

const takesAway = memoize((schema: Schema, document: OpenApiDocument) => hides(document, schema, new Set()));

/** Whether a schema hides anything, at any depth; most schemas, `true` among them, hide nothing. */
function isTaker(document: OpenApiDocument, schema: Schema | undefined): schema is Schema {
  return typeof schema === 'object' && takesAway(schema, document);
}

function hides(document: OpenApiDocument, schema: Schema, seen: Set<Schema>): boolean {
  if (seen.has(schema) || typeof schema !== 'object') return false;
  seen.add(schema);
  const { hidden, known, properties, others, items } = viewOf(schema, document);
  return (
    hidden.size > 0 ||
    known !== undefined ||
    [...properties.values(), others, items].flat().some((inner) => hides(document, inner, seen))
  );
}

/** The schemas that hide parts of a property: those of its name, or those of additional properties. */
const takersOf = memoize((schema: Schema, document: OpenApiDocument) => {
  const { properties, others } = viewOf(schema, document);
  const takers = (schemas: Schema[]) => schemas.filter((inner) => isTaker(document, inner));
  return { named: new Map([...properties].map(([name, own]) => [name, takers(own)])), others: takers(others) };
});

function show(document: OpenApiDocument, schema: Schema, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { hidden, known, items } = viewOf(schema, document);
  if (Array.isArray(value)) return value.map((item) => showAll(document, items, item));
  const { named, others } = takersOf(schema, document);
  const shown: RecordBody = {};
  for (const name of Object.keys(value)) {
    if (hidden.has(name) || (known && !known.has(name))) continue;
    const child = (value as RecordBody)[name];
    const takers = named.get(name) ?? others;
    shown[name] = takers.length === 0 ? child : showAll(document, takers, child);
  }
  return shown;
}

function showAll(document: OpenApiDocument, schemas: Schema[], value: unknown): unknown {
  return schemas.reduce((shown, schema) => showAs(document, schema, shown), value);
}
