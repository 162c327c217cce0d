import type { Schema } from '../../../src/documents/operation-data.ts';
import type { ChangeFacts } from '../../../src/documents/operation-versions.ts';
import { type Direction, hasFields, type Part, partsOf } from '../../../src/reference/schema-parts.ts';
import { type Schemas, viewSchema } from '../../../src/reference/schema-view.ts';
import { typeLabel, typesOf } from '../../../src/reference/type-label.ts';

/** Facts of fields by their paths: `items[].price.amount`. */
export type Fields = ReadonlyMap<string, ChangeFacts>;

/** Deeper and more fields are not compared: nobody reads so many differences. */
const depthLimit = 8;
const countLimit = 2000;

/** The fields of a value, and those inside of them, each once. */
export function fieldsOf(schema: Schema | undefined, schemas: Schemas, direction: Direction): Fields {
  const fields = new Map<string, ChangeFacts>();
  if (schema) visit(schema, '', new Set());
  return fields;

  function visit(value: Schema, path: string, inside: ReadonlySet<string>): void {
    const view = viewSchema(value, schemas);
    if (view.name !== undefined && inside.has(view.name)) return;
    const within = view.name === undefined ? inside : new Set(inside).add(view.name);
    if (within.size > depthLimit || path.split('.').length > depthLimit) return;
    for (const part of partsOf(view, schemas, direction).flatMap(({ parts }) => parts)) {
      if (fields.size >= countLimit) return;
      if (part.kind === 'item') visit(part.schema, `${path}[]`, within);
      else if (part.kind === 'variant') visit(part.schema, path, within);
      else if (part.kind === 'property') note(part, path, within);
    }
  }

  function note(part: Part, path: string, inside: ReadonlySet<string>): void {
    const name = path === '' ? `${part.name}` : `${path}.${part.name}`;
    if (fields.has(name)) return;
    const values = viewSchema(part.schema, schemas).schema.enum;
    const type = typeOf(part.schema);
    fields.set(name, { type, required: part.required ?? false, ...(values && { values }) });
    visit(part.schema, name, inside);
  }

  /** Schemas may be called otherwise in another version: of what has fields, only the kind is compared. */
  function typeOf(value: Schema): string {
    if (!hasFields(value, schemas, direction)) return typeLabel(value, schemas);
    const { schema: own, isNullable } = viewSchema(value, schemas);
    return [typesOf(own).join(' | ') || 'object', ...(isNullable ? ['null'] : [])].join(' | ');
  }
}
