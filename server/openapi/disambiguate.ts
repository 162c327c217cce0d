import type { OpenApiDocument, Schema } from './document-types.ts';
import { resolve } from './resolve.ts';
import { shapeOf } from './schema-shape.ts';

/**
 * Changes a value that several variants of a oneOf accept so that only one does: properties that only the others describe become
 * null. Undefined if the variants cannot be distinguished.
 */
export function disambiguate(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  isValid: (value: unknown) => boolean,
): unknown {
  if (typeof value === 'number') return isValid(value + 0.5) ? value + 0.5 : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const described = variantsOf(document, schema).map((variant) => Object.keys(shapeOf(document, variant).properties));
  // One property of each other variant is enough, unless it may be null.
  for (const few of [1, Number.POSITIVE_INFINITY])
    for (const own of described) {
      const isOthers = (name: string) => !own.includes(name) && !Object.hasOwn(value, name);
      const names = described.flatMap((other) => other.filter(isOthers).slice(0, few));
      const candidate = { ...value, ...Object.fromEntries(names.map((name) => [name, null])) };
      if (names.length > 0 && isValid(candidate)) return candidate;
    }
  return undefined;
}

const depthLimit = 8;

/** The variants of a schema and of the parts it is composed of. */
function variantsOf(document: OpenApiDocument, schema: Schema, depth = 0): Schema[] {
  if (typeof schema !== 'object' || depth > depthLimit) return [];
  const referred = schema.$ref ? [resolve<Schema>(document, schema)] : [];
  const parts = [...(schema.allOf ?? []), ...referred].flatMap((part) => variantsOf(document, part, depth + 1));
  return [...(schema.oneOf ?? []), ...parts];
}
