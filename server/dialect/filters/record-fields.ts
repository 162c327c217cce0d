import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { findByPointer } from '../../openapi/resolve.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { TimeFormat } from '../times.ts';

/** How the values of a field are compared; a `list` equals each of its texts. */
type FieldKind = 'number' | 'text' | 'boolean' | 'list' | 'object';

/** A field of a record. */
export interface Field {
  /** Its dotted name: `address.city`. */
  name: string;
  path: string[];
  kind: FieldKind;
  /** The property of the objects of a list that is compared. */
  key?: string;
  format?: string;
  /** The column that holds it, if it is not read from the record's body. */
  column?: 'changed_at';
  /** The only values that it can have. */
  values?: unknown[];
}

/** The fields that a caller may use in filters, sort orders and selections. */
export interface RecordFields {
  find(name: string): Field | undefined;
  /** How their times are written. Default: UTC. */
  times?: TimeFormat;
}

/** The fields of a record's schema, without write-only ones: comparisons would leak their values. */
export function recordFields(document: OpenApiDocument, schema: Schema | undefined): RecordFields {
  return {
    find(name) {
      const path = name.split('.');
      return fieldAt(document, schema, path) ?? (path.length === 1 ? findBelow(document, schema, name) : undefined);
    },
  };
}

function fieldAt(document: OpenApiDocument, schema: Schema | undefined, path: string[]): Field | undefined {
  let current = schema;
  for (const segment of path) {
    const next = childOf(document, current, segment);
    if (!next || factsOf(document, next).writeOnly) return undefined;
    current = next;
  }
  const { types, format, values, pattern } = factsOf(document, current as Schema);
  const kind = kindOf(types, pattern);
  return { name: path.join('.'), path, kind, ...(format && { format }), ...(values && kind !== 'list' && { values }) };
}

function childOf(document: OpenApiDocument, schema: Schema | undefined, name: string): Schema | undefined {
  const { properties, types } = shapeOf(document, schema);
  if (Object.hasOwn(properties, name)) return properties[name];
  const open = types.has('object') && schema ? factsOf(document, schema).additional : undefined;
  return typeof open === 'object' ? open : undefined;
}

/** `city` means `address.city` if the record has no `city` itself and no other object has one. */
function findBelow(document: OpenApiDocument, schema: Schema | undefined, name: string): Field | undefined {
  const { properties } = shapeOf(document, schema);
  const owners = Object.keys(properties).filter((owner) =>
    Object.hasOwn(shapeOf(document, properties[owner]).properties, name),
  );
  const isPlain = owners.length === 1 && shapeOf(document, properties[owners[0] as string]).types.has('object');
  return isPlain ? fieldAt(document, schema, [owners[0] as string, name]) : undefined;
}

interface Facts {
  types: Set<string>;
  format?: string;
  pattern?: string;
  values?: unknown[];
  writeOnly: boolean;
  additional?: Schema | boolean;
}

/** The facts of a schema, through references and compositions; several variants have no common format. */
function factsOf(document: OpenApiDocument, schema: Schema, depth = 0): Facts {
  const facts: Facts = { types: new Set(shapeOf(document, schema).types), writeOnly: schema.writeOnly === true };
  const add = ({ format, pattern, values, writeOnly, additional }: Omit<Facts, 'types'>) => {
    facts.format ??= format;
    facts.pattern ??= pattern;
    facts.values ??= values;
    facts.writeOnly ||= writeOnly;
    facts.additional ??= additional;
  };
  const { format, pattern, additionalProperties: additional } = schema;
  const values = schema.const === undefined ? schema.enum : [schema.const];
  add({ format, pattern, values, writeOnly: schema.writeOnly === true, additional });
  if (depth > 8) return facts;
  const referred = schema.$ref && (findByPointer(document, schema.$ref) as Schema | undefined);
  const variants = (schema.oneOf ?? schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  for (const part of [
    ...(referred ? [referred] : []),
    ...(schema.allOf ?? []),
    ...(variants.length === 1 ? variants : []),
  ]) {
    add(factsOf(document, part, depth + 1));
  }
  return facts;
}

function kindOf(types: Set<string>, pattern: string | undefined): FieldKind {
  if (types.has('array')) return 'list';
  if (types.has('object')) return 'object';
  if (types.has('boolean') && types.size === 1) return 'boolean';
  const isNumber = types.size > 0 && [...types].every((type) => type === 'integer' || type === 'number');
  return isNumber || isAmount(pattern) ? 'number' : 'text';
}

/** Whether a text compares as a number, because its pattern accepts amounts of any length and nothing else. */
function isAmount(pattern: string | undefined): boolean {
  if (!pattern) return false;
  try {
    const form = new RegExp(pattern, 'u');
    return (
      ['5.00', '1500.00', '250000.75'].every((text) => form.test(text)) &&
      !['', '5', 'a', 'a.00', '1.5.00'].some((text) => form.test(text))
    );
  } catch {
    return false;
  }
}
