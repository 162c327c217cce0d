import type { Schema } from './document-types.ts';

/** The steps that one visit of a schema takes, without those of the schemas inside: always, and by what the value is. */
export interface StepsOfSchema {
  always: number;
  /** For each hundred characters of a text. */
  perText: number;
  perItem: number;
  perName: number;
}

/** Keywords that read a text from its beginning to its end. Patterns have a limit of their own. */
const readText = ['format', 'minLength', 'maxLength'];
const readItems = ['items', 'prefixItems', 'contains', 'unevaluatedItems'];
/** Keywords that look at every name of an object. */
const readNames = [
  'additionalProperties',
  'propertyNames',
  'unevaluatedProperties',
  'minProperties',
  'maxProperties',
  'patternProperties',
];

/** Keywords that look at each of their own parts, and how many parts take one step. */
const readParts = { allOf: 1, anyOf: 1, oneOf: 1, required: 1, dependentRequired: 1, dependentSchemas: 1 };
const readQuickly = { properties: 8, enum: 8 };

/** Undefined for a schema that is not worth counting: it checks nothing itself. */
export function stepsOfSchema(schema: Schema): StepsOfSchema | undefined {
  const keywords = Object.keys(schema);
  if (keywords.length === 0 || (keywords.length === 1 && keywords[0] === '$ref')) return undefined;
  const has = (names: string[]) => names.filter((name) => Object.hasOwn(schema, name)).length;
  const parts = Object.entries({ ...readParts, ...readQuickly });
  // Of wide schemas, each missing property is told, even where the first fault is looked for (`schema-compiler.ts`).
  const told = sizeOf(schema, 'properties') > 100 ? 7 * sizeOf(schema, 'required') : 0;
  return {
    always: parts.reduce((sum, [keyword, perStep]) => sum + Math.floor(sizeOf(schema, keyword) / perStep), 1 + told),
    perText: 2 * has(readText),
    perItem: has(readItems),
    perName: has(readNames) + 3 * sizeOf(schema, 'patternProperties'),
  };
}

/** How many parts a keyword has; of constants, how many values are compared. */
function sizeOf(schema: Schema, keyword: string): number {
  const value = (schema as Record<string, unknown>)[keyword];
  if (typeof value !== 'object' || value === null) return 0;
  if (keyword !== 'enum') return Object.keys(value).length;
  const texts = Object.values(value).filter((each) => typeof each === 'object' && each !== null);
  return Object.keys(value).length + 8 * texts.length;
}
