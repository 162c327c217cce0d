/** Keywords of JSON Schema that hold one schema or, some of them, a list of schemas; those of older drafts, too. */
const holdSchemas = new Set([
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

/** Keywords that hold schemas by name; in `dependencies`, lists of names may stand beside them. */
const holdNamed = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependencies',
  '$defs',
  'definitions',
]);

/** Changes the schemas that a keyword of a schema holds; what else it says, data above all, stays as it is. */
export function changeParts(keyword: string, value: unknown, change: (part: unknown) => unknown): unknown {
  if (holdSchemas.has(keyword)) return Array.isArray(value) ? value.map(change) : change(value);
  if (holdNamed.has(keyword) && typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, Array.isArray(part) ? part : change(part)]),
    );
  return value;
}
