/** JSON Schema keywords that hold a schema or a list of schemas, including those of older drafts. */
export const holdSchemas = new Set([
  'items',
  'prefixItems',
  'additionalItems',
  'unevaluatedItems',
  'contains',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
  'if',
  'then',
  'else',
  'contentSchema',
]);

/** Keywords that hold schemas by name; `dependencies` may also hold lists of names. */
export const holdNamed = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependencies',
  '$defs',
  'definitions',
]);

/** Maps the schemas that a keyword holds; any other value, such as data, stays unchanged. */
export function changeParts(keyword: string, value: unknown, change: (part: unknown) => unknown): unknown {
  if (holdSchemas.has(keyword)) return Array.isArray(value) ? value.map(change) : change(value);
  if (holdNamed.has(keyword) && typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, Array.isArray(part) ? part : change(part)]),
    );
  return value;
}

/** Lists the schemas that a keyword holds, each with its path below the schema that has the keyword. */
export function listParts(keyword: string, value: unknown): [path: string[], part: unknown][] {
  if (holdSchemas.has(keyword) && !Array.isArray(value)) return [[[keyword], value]];
  if (!(holdSchemas.has(keyword) || holdNamed.has(keyword)) || typeof value !== 'object' || value === null) return [];
  const parts = Object.entries(value).filter(([, part]) => !Array.isArray(part));
  return parts.map(([name, part]) => [[keyword, name], part]);
}
