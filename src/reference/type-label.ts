import type { Schema } from '../documents/operation-data.ts';
import { isNever } from './facts.ts';
import { isNull, type Schemas, type SchemaView, viewSchema } from './schema-view.ts';

/** The types of a schema from viewSchema except `null`; object and array are inferred if `type` is absent. */
export function typesOf(schema: Schema): string[] {
  const given = [schema.type ?? []].flat().filter((type) => type !== 'null');
  if (given.length > 0) return given;
  if (schema.properties || schema.patternProperties || schema.additionalProperties) return ['object'];
  return schema.items || schema.prefixItems || schema.contains ? ['array'] : [];
}

/** The schemas of the variants of a value: those listed, or those of the discriminator's mapping. */
export function variantsOf({ oneOf, anyOf, discriminator }: Schema): Schema[] {
  if (oneOf || anyOf) return [...(oneOf ?? []), ...(anyOf ?? [])];
  return [...new Set(Object.values(discriminator?.mapping ?? {}))].map(($ref) => ({ $ref }));
}

/** A short type label: `string <date>`, `Address | null`, `Address[]`, `string | integer`. */
export function typeLabel(schema: Schema | boolean | undefined, schemas: Schemas, depth = 0): string {
  const view = viewSchema(schema, schemas);
  const head = view.name === undefined ? undefined : view.schema['x-head'];
  const label = head?.label ?? labelOf(view, schemas, depth);
  return view.isNullable && label !== 'null' ? `${label} | null` : label;
}

/** The label of a value that is not null. */
export function labelOf({ schema, also, name }: SchemaView, schemas: Schemas, depth = 0): string {
  const types = typesOf(schema);
  if (types.length === 1 && types[0] === 'array' && depth < 4) {
    if (schema.prefixItems) return tupleLabel(schema, schemas, depth);
    if (typeof schema.items !== 'object') return 'array';
    const item = typeLabel(schema.items, schemas, depth + 1);
    return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
  }
  const variants = [schema, ...also].map(variantsOf).find(({ length }) => length > 0) ?? [];
  if (variants.length > 0 && types.length === 0) {
    if (variants.length > 3 || depth > 2) return name ?? schema.title ?? 'object';
    return [...new Set(variants.map((part) => typeLabel(part, schemas, depth + 1)))].join(' | ');
  }
  if (types.join() === 'object') return name ?? schema.title ?? 'object';
  const format = typeof schema.format === 'string' ? ` <${schema.format}>` : '';
  if (types.length > 0) return types.join(' | ') + format;
  if (isNull(schema)) return 'null';
  if (isNever(schema)) return 'never';
  const [value] = 'const' in schema ? [schema.const] : (schema.enum ?? []);
  if (value === undefined) return `any${format}`;
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** `[integer, string]`; with `…` where more may follow. */
function tupleLabel({ prefixItems = [], items }: Schema, schemas: Schemas, depth: number): string {
  const shown = prefixItems.slice(0, 4).map((item) => typeLabel(item, schemas, depth + 1));
  return `[${[...shown, ...(prefixItems.length > 4 || items !== false ? ['…'] : [])].join(', ')}]`;
}
