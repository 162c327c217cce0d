import type { Schema } from '../../documents/operation-data.ts';

export type Schemas = Record<string, Schema>;

const MOST_PARTS = 60;

/** All schemas that hold of a value at once: the schema, what it refers to, and what it is composed of. */
export function partsOf(schema: Schema | boolean | undefined, schemas: Schemas): Schema[] {
  const parts: Schema[] = [];
  const add = (part: Schema | boolean | undefined) => {
    if (typeof part !== 'object' || parts.includes(part) || parts.length > MOST_PARTS) return;
    parts.push(part);
    if (part.$ref !== undefined) add(schemas[part.$ref.replace('#/components/schemas/', '')]);
    for (const each of part.allOf ?? []) add(each);
  };
  add(schema);
  return parts;
}

/** Whether a page does not have the whole schema. */
export function isPartial(parts: Schema[], schemas: Schemas): boolean {
  return parts.some(
    (part) =>
      part['x-head'] !== undefined ||
      (part.$ref !== undefined && !(part.$ref.replace('#/components/schemas/', '') in schemas)),
  );
}

/** The allowed types; empty if any is. */
export function typesOfParts(parts: Schema[]): string[] {
  const listed = parts.map(({ type }) => [type ?? []].flat()).filter(({ length }) => length > 0);
  const [first = [], ...others] = listed;
  const shared = first.filter((type) => others.every((types) => types.includes(type) || covers(types, type)));
  if (listed.length > 0) return shared;
  if (parts.some(({ properties }) => properties)) return ['object'];
  return parts.some(({ items }) => items) ? ['array'] : [];
}

function covers(types: string[], type: string): boolean {
  return type === 'integer' && types.includes('number');
}

/** The allowed values; undefined if they are not listed. */
export function choicesOfParts(parts: Schema[]): unknown[] | undefined {
  const part = parts.find((each) => each.enum || 'const' in each);
  return part && (part.enum ?? [part.const]);
}

/** The properties by their names, each with all schemas that hold of it. */
export function propertiesOf(parts: Schema[]): Map<string, Schema> {
  const properties = new Map<string, Schema>();
  for (const part of parts) {
    for (const [name, schema] of Object.entries(part.properties ?? {})) {
      const before = properties.get(name);
      properties.set(name, before ? { allOf: [before, schema] } : schema);
    }
  }
  return properties;
}

/** The variants of a value, without the one that is null. */
export function variantsOfParts(parts: Schema[]): Schema[] {
  return (
    parts.find(({ oneOf, anyOf }) => oneOf ?? anyOf)?.oneOf ??
    parts.find(({ anyOf }) => anyOf)?.anyOf ??
    []
  ).filter((variant) => typeof variant === 'object');
}
