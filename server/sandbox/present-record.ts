import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { type Shape, shapeOf } from '../openapi/schema-shape.ts';
import type { RecordBody } from './record-store.ts';

/** Shows a stored value as a response schema allows: without what is write-only, and without what a closed schema forbids. */
export function present(document: OpenApiDocument, schema: Schema | undefined, value: unknown): unknown {
  const view = schema && viewOf(document, schema);
  return view ? apply(view, value) : value;
}

/** What has to be taken away at a place; undefined where nothing has. */
interface View {
  hidden: Set<string>;
  known?: Set<string>;
  properties: Map<string, View>;
  items?: View;
}

const views = new WeakMap<Schema, { view: View | undefined }>();

function viewOf(document: OpenApiDocument, schema: Schema): View | undefined {
  const known = views.get(schema);
  if (known) return known.view;
  // Recursive schemas end here: while a view is being made, what refers back to it hides nothing.
  views.set(schema, { view: undefined });
  const view = makeView(document, shapeOf(document, schema), schema);
  views.set(schema, { view });
  return view;
}

function makeView(document: OpenApiDocument, shape: Shape, schema: Schema): View | undefined {
  const view: View = { hidden: new Set(), properties: new Map() };
  const isUnion = schema.oneOf !== undefined || schema.anyOf !== undefined;
  if (shape.closed && !isUnion) view.known = new Set(Object.keys(shape.properties));
  for (const [name, property] of Object.entries(shape.properties)) {
    if (property.writeOnly) view.hidden.add(name);
    const inner = viewOf(document, property);
    if (inner) view.properties.set(name, inner);
  }
  if (shape.items) view.items = viewOf(document, shape.items);
  return view.hidden.size > 0 || view.known || view.properties.size > 0 || view.items ? view : undefined;
}

function apply(view: View, value: unknown): unknown {
  if (Array.isArray(value)) return view.items ? value.map((item) => apply(view.items as View, item)) : value;
  if (typeof value !== 'object' || value === null) return value;
  const shown: RecordBody = {};
  for (const [name, child] of Object.entries(value)) {
    if (view.hidden.has(name) || (view.known && !view.known.has(name))) continue;
    const inner = view.properties.get(name);
    shown[name] = inner ? apply(inner, child) : child;
  }
  return shown;
}
