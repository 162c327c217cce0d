import type { Schema } from '../documents/operation-data.ts';

export type Schemas = Record<string, Schema>;

/** A schema prepared for display: references resolved, `allOf` merged. */
export interface SchemaView {
  schema: Schema;
  /** Name of the component schema it came from. */
  name?: string;
}

/** The name in a `$ref` to a component schema. */
export function nameOfRef(ref: string): string {
  return ref.slice('#/components/schemas/'.length);
}

/** Resolves references and merges `allOf`. */
export function viewSchema(schema: Schema | boolean | undefined, schemas: Schemas): SchemaView {
  return view(typeof schema === 'object' ? schema : {}, schemas, new Set());
}

function view(schema: Schema, schemas: Schemas, trail: Set<string>): SchemaView {
  if (schema.$ref) {
    const { $ref, ...beside } = schema;
    const name = nameOfRef($ref);
    if (trail.has(name)) return { schema: {}, name };
    const target = view(schemas[name] ?? {}, schemas, new Set([...trail, name]));
    return { schema: { ...target.schema, ...beside }, name };
  }
  if (!schema.allOf) return { schema };
  const { allOf, ...own } = schema;
  const parts = allOf.map((part) => view(part, schemas, trail));
  const merged = [...parts.map((part) => asBase(part.schema)), own].reduce(merge, {});
  // A single reference inside `allOf` is the OpenAPI 3.0 way of adding a description to a `$ref`.
  return parts.length === 1 && parts[0]?.name ? { schema: merged, name: parts[0].name } : { schema: merged };
}

/** Removes the variants of a base schema from a schema that extends it. */
function asBase(schema: Schema): Schema {
  if (!schema.discriminator) return schema;
  const { discriminator: _, oneOf: __, anyOf: ___, ...base } = schema;
  return base;
}

function merge(into: Schema, part: Schema): Schema {
  const merged: Schema = { ...into, ...part };
  if (into.properties && part.properties) merged.properties = mergeProperties(into.properties, part.properties);
  if (into.required && part.required) merged.required = [...new Set([...into.required, ...part.required])];
  return merged;
}

/** A property that several parts describe must match all of them. */
function mergeProperties(into: Schemas, part: Schemas): Schemas {
  const merged = { ...into };
  for (const [name, schema] of Object.entries(part)) {
    merged[name] = into[name] ? { allOf: [into[name], schema] } : schema;
  }
  return merged;
}

/** The types of a schema except `null`; object and array are inferred if `type` is absent. */
export function typesOf(schema: Schema): string[] {
  const given = [schema.type ?? []].flat().filter((type) => type !== 'null');
  if (given.length > 0) return given;
  if (schema.properties || schema.additionalProperties) return ['object'];
  return schema.items ? ['array'] : [];
}

export function isNullable(schema: Schema): boolean {
  return (
    [schema.type ?? []].flat().includes('null') ||
    (schema.anyOf ?? schema.oneOf ?? []).some((part) => part.type === 'null')
  );
}

/** The variants of a value except `null`: those listed, or those of the discriminator mapping. */
export function variantsOf(schema: Schema): Schema[] {
  const listed = schema.oneOf ?? schema.anyOf;
  if (listed) return listed.filter((part) => part.type !== 'null');
  return [...new Set(Object.values(schema.discriminator?.mapping ?? {}))].map(($ref) => ({ $ref }));
}

/** A short type label: `string`, `Address`, `Address[]`, `string | integer`. */
export function typeLabel(schema: Schema | boolean | undefined, schemas: Schemas, depth = 0): string {
  const { schema: shown, name } = viewSchema(schema, schemas);
  if (shown['x-head']) return shown['x-head'].label;
  const types = typesOf(shown);
  if (types.length === 1 && types[0] === 'array' && depth < 4) {
    const item = typeLabel(shown.items, schemas, depth + 1);
    return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
  }
  const variants = variantsOf(shown);
  if (variants.length > 0 && types.length === 0) {
    if (variants.length > 3 || depth > 2) return name ?? 'object';
    return [...new Set(variants.map((part) => typeLabel(part, schemas, depth + 1)))].join(' | ');
  }
  if (types.join() === 'object') return name ?? shown.title ?? 'object';
  if (types.length > 0) return types.join(' | ');
  return shown.enum || 'const' in shown ? 'string' : 'any';
}
