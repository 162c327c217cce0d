import type { OpenApiDocument, Schema } from './document-types.ts';
import { resolve } from './resolve.ts';
import { shapeOf } from './schema-shape.ts';

/**
 * Makes a value that several variants of a oneOf take one of a single variant: what only the others describe is null there.
 * Undefined where nothing tells them apart.
 */
export function tellApart(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  isValid: (value: unknown) => boolean,
): unknown {
  if (typeof value === 'number') return isValid(value + 0.5) ? value + 0.5 : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const described = variantsOf(document, schema).map((variant) => Object.keys(shapeOf(document, variant).properties));
  // One name of each other variant is enough, unless that one may be null.
  for (const few of [1, Number.POSITIVE_INFINITY])
    for (const own of described) {
      const isOthers = (name: string) => !own.includes(name) && !Object.hasOwn(value, name);
      const names = described.flatMap((other) => other.filter(isOthers).slice(0, few));
      const told = { ...value, ...Object.fromEntries(names.map((name) => [name, null])) };
      if (names.length > 0 && isValid(told)) return told;
    }
  return undefined;
}

const depthLimit = 8;

/** The variants of a schema, also of the parts that it is composed of. */
function variantsOf(document: OpenApiDocument, schema: Schema, depth = 0): Schema[] {
  if (typeof schema !== 'object' || depth > depthLimit) return [];
  const referred = schema.$ref ? [resolve<Schema>(document, schema)] : [];
  const parts = [...(schema.allOf ?? []), ...referred].flatMap((part) => variantsOf(document, part, depth + 1));
  return [...(schema.oneOf ?? []), ...parts];
}
