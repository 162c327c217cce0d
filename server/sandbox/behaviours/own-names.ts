import type { RecordBody } from '../../dialect/record-body.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { memoize } from '../../openapi/memoize.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';

/**
 * What was sent, by the names that the record has for it: some APIs take `FriendlyName` and show `friendly_name`. A name that the
 * record does not have at all stays as it is.
 */
export function withOwnNames(document: OpenApiDocument, schema: Schema | undefined, body: RecordBody): RecordBody {
  if (!schema) return body;
  const { properties } = shapeOf(document, schema);
  const sent = withoutWrapper(properties, body);
  const names = namesOf(schema, document);
  const nameOf = (name: string) => {
    if (Object.hasOwn(properties, name)) return name;
    const own = names.get(plain(name));
    return own === undefined || Object.hasOwn(sent, own) ? name : own;
  };
  const ownValue = (name: string, value: unknown) => inObject(document, properties[name], value);
  if (Object.entries(sent).every(([name, value]) => nameOf(name) === name && ownValue(name, value) === value))
    return sent;
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [nameOf(name), ownValue(nameOf(name), value)]));
}

/** A text that the record has in an object with what else is known of it: `topic: "Moon"` is `{"value": "Moon", "creator": …}`. */
function inObject(document: OpenApiDocument, property: Schema | undefined, value: unknown): unknown {
  if (!property || typeof value !== 'string') return value;
  const { types, properties } = shapeOf(document, property);
  if (types.size !== 1 || !types.has('object') || !shapeOf(document, properties.value).types.has('string'))
    return value;
  const example = exampleOf(document, property, { direction: 'response' });
  return typeof example === 'object' ? { ...example, value } : value;
}

/** What is sent in a wrapper that the record does not have: `{"user": {"name": …}}`. */
function withoutWrapper(properties: Record<string, Schema>, body: RecordBody): RecordBody {
  const [name, ...others] = Object.keys(body);
  if (name === undefined || others.length > 0 || Object.hasOwn(properties, name)) return body;
  const inner = body[name];
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return body;
  const isOwn = Object.keys(inner).some((each) => Object.hasOwn(properties, each));
  return isOwn ? (inner as RecordBody) : body;
}

/** The properties of a record, by their names without case and punctuation. */
const namesOf = memoize(
  (schema: Schema, document: OpenApiDocument) =>
    new Map(Object.keys(shapeOf(document, schema).properties).map((name) => [plain(name), name])),
);

function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
