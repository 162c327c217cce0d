import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { RecordBody } from './record-store.ts';

/** Shows a stored value as a response schema allows: without what is write-only, and without what a closed schema forbids. */
export function present(document: OpenApiDocument, schema: Schema | undefined, value: unknown): unknown {
  return schema && takesAway(document, schema) ? show(document, schema, value) : value;
}

/** What a schema says of a value, all its variants together: what one of them hides is never shown. */
interface View {
  hidden: Set<string>;
  /** The only names that are shown, where the schema is closed. */
  known?: Set<string>;
  properties: Map<string, Schema[]>;
  /** Schemas of properties that have no name of their own. */
  others: Schema[];
  items: Schema[];
}

const views = new WeakMap<Schema, View>();

function viewOf(document: OpenApiDocument, schema: Schema): View {
  const known = views.get(schema);
  if (known) return known;
  const view: View = { hidden: new Set(), properties: new Map(), others: [], items: [] };
  collect(document, schema, view, new Set());
  if (shapeOf(document, schema).closed && view.others.length === 0) view.known = new Set(view.properties.keys());
  views.set(schema, view);
  return view;
}

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

const answers = new WeakMap<Schema, boolean>();

/** Whether anything has to be taken away from values of a schema, at any depth; most schemas show all. */
function takesAway(document: OpenApiDocument, schema: Schema): boolean {
  let answer = answers.get(schema);
  if (answer === undefined) {
    answer = hides(document, schema, new Set());
    answers.set(schema, answer);
  }
  return answer;
}

function hides(document: OpenApiDocument, schema: Schema, seen: Set<Schema>): boolean {
  if (seen.has(schema) || typeof schema !== 'object') return false;
  seen.add(schema);
  const { hidden, known, properties, others, items } = viewOf(document, schema);
  return (
    hidden.size > 0 ||
    known !== undefined ||
    [...properties.values(), others, items].flat().some((inner) => hides(document, inner, seen))
  );
}

function show(document: OpenApiDocument, schema: Schema, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const view = viewOf(document, schema);
  if (Array.isArray(value)) return value.map((item) => showAll(document, view.items, item));
  const shown: RecordBody = {};
  for (const [name, child] of Object.entries(value)) {
    if (view.hidden.has(name) || (view.known && !view.known.has(name))) continue;
    shown[name] = showAll(document, view.properties.get(name) ?? view.others, child);
  }
  return shown;
}

function showAll(document: OpenApiDocument, schemas: Schema[], value: unknown): unknown {
  return schemas.reduce((shown, schema) => present(document, schema, shown), value);
}
