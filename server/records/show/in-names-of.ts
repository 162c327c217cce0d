import type { RecordBody } from '../../dialect/record-body.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { plain } from '../../plan/names.ts';

/** A record by the names that a response has for it: what is stored as `TemplateID` is also shown as `TemplateId`. */
export function inNamesOf(document: OpenApiDocument, schema: Schema | undefined, record: RecordBody): RecordBody {
  if (!schema) return record;
  const { properties } = shapeOf(document, schema);
  let shown: RecordBody | undefined;
  for (const [name, value] of Object.entries(record)) {
    if (Object.hasOwn(properties, name)) continue;
    const own = namesOf(schema, document).get(plain(name));
    if (own === undefined || Object.hasOwn(record, own)) continue;
    shown ??= { ...record };
    delete shown[name];
    shown[own] = value;
  }
  return shown ?? record;
}

/** The properties of a schema, by their names without case and punctuation. */
const namesOf = memoize(
  (schema: Schema, document: OpenApiDocument) =>
    new Map(Object.keys(shapeOf(document, schema).properties).map((name) => [plain(name), name])),
);
