import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { findByPointer } from '../../openapi/resolve.ts';

/**
 * The object that a schema makes of others, as one schema; undefined if it is not simply that. It is written out where one part
 * requires the properties of another: `{allOf: [{$ref: CompanyFields}, {required: [id]}]}`.
 */
export function findMerged(document: OpenApiDocument, schema: Schema): Schema | undefined {
  const { $ref, allOf = [] } = schema;
  if (($ref === undefined && allOf.length === 0) || !requiresOthers(schema, allOf)) return undefined;
  const parts = listParts(document, schema, []);
  return parts && merge(parts);
}

/** Whether the schema, or a part without a name, requires what it does not describe itself. */
function requiresOthers(schema: Schema, allOf: Schema[]): boolean {
  const own = [schema, ...allOf.filter((part) => typeof part === 'object' && part.$ref === undefined)];
  return own.some(({ required = [], properties = {} }) => required.some((name) => !Object.hasOwn(properties, name)));
}

/** The parts of a composition, the innermost first; undefined if one is not an object, has variants or leads in a circle. */
function listParts(document: OpenApiDocument, schema: Schema, above: Schema[]): Schema[] | undefined {
  if (typeof schema !== 'object' || above.includes(schema) || above.length > 12) return undefined;
  const { $ref, allOf = [], ...own } = schema;
  const isPlain = [own.type ?? 'object'].flat().join() === 'object';
  if (!isPlain || own.oneOf || own.anyOf || own.enum || own.const !== undefined) return undefined;
  const target = $ref === undefined ? [] : [findByPointer(document, $ref) as Schema | undefined];
  const parts: Schema[] = [];
  for (const part of [...target, ...allOf]) {
    const inner = part && listParts(document, part, [...above, schema]);
    if (!inner) return undefined;
    parts.push(...inner);
  }
  return [...parts, own];
}

function merge(parts: Schema[]): Schema {
  const merged: Schema = { type: 'object' };
  const properties = new Map<string, Schema>();
  for (const part of parts) {
    for (const [name, property] of Object.entries(part.properties ?? {}))
      properties.set(name, { ...properties.get(name), ...property });
    const { additionalProperties, patternProperties } = part;
    if (additionalProperties) merged.additionalProperties = additionalProperties;
    if (patternProperties) merged.patternProperties = patternProperties;
  }
  const required = parts.flatMap((part) => part.required ?? []);
  return { ...merged, properties: Object.fromEntries(properties), required };
}
