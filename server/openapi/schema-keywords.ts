const holdOne = new Set([
  'items',
  'additionalItems',
  'additionalProperties',
  'not',
  'contains',
  'propertyNames',
  'if',
  'then',
  'else',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentSchema',
]);
const holdLists = new Set(['allOf', 'oneOf', 'anyOf', 'prefixItems']);
const holdMaps = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependencies',
  '$defs',
  'definitions',
]);

/** Changes the schemas that a keyword of a schema holds; what else it says, data above all, stays as it is. */
export function changeParts(keyword: string, value: unknown, change: (part: unknown) => unknown): unknown {
  if (holdOne.has(keyword)) return change(value);
  if (holdLists.has(keyword) && Array.isArray(value)) return value.map(change);
  if (holdMaps.has(keyword) && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part)]));
  return value;
}
