import type { Schema } from '../../documents/operation-data.ts';
import { pointerPart } from '../json-pointer.ts';
import { followsFormat } from './formats.ts';
import {
  choicesOfParts,
  isPartial,
  partsOf,
  propertiesOf,
  type Schemas,
  typesOfParts,
  variantsOfParts,
} from './schema-parts.ts';

type Rule =
  | 'type'
  | 'enum'
  | 'required'
  | 'unknown'
  | 'minimum'
  | 'maximum'
  | 'multipleOf'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'format'
  | 'minItems'
  | 'maxItems';

/** A rule of the document that a value does not keep. */
export interface RuleFault {
  /** Of the value, or of the member that is missing or too much. */
  pointer: string;
  rule: Rule;
  /** What the rule asks for. */
  limit: unknown;
  value: unknown;
  /** What holds of the value, as far as the document says. */
  schema: Schema | undefined;
}

const MOST_FAULTS = 50;
const DEEPEST = 40;
/** Some patterns take very long for long texts. */
const LONGEST_MATCHED = 500;

/** Names every rule of a schema that a value of a request does not keep. Where a page does not have the whole schema, it keeps all. */
export function checkValue(value: unknown, schema: Schema | boolean | undefined, schemas: Schemas): RuleFault[] {
  return check(value, schema, { schemas, pointer: '', depth: 0 });
}

interface Way {
  schemas: Schemas;
  pointer: string;
  depth: number;
}

function check(value: unknown, given: Schema | boolean | undefined, way: Way): RuleFault[] {
  const parts = partsOf(given, way.schemas);
  if (typeof given !== 'object' || way.depth > DEEPEST || isPartial(parts, way.schemas)) return [];
  const fault = (rule: Rule, limit: unknown): RuleFault => ({
    pointer: way.pointer,
    rule,
    limit,
    value,
    schema: given,
  });
  const types = typesOfParts(parts);
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return [fault('type', types)];
  const choices = choicesOfParts(parts);
  if (choices && !choices.some((choice) => isSame(choice, value))) return [fault('enum', choices)];
  const limits = parts.flatMap((part) => limitsOf(value, part)).map(([rule, limit]) => fault(rule, limit));
  return [...limits, ...inside(value, parts, way), ...ofVariants(value, parts, way)].slice(0, MOST_FAULTS);
}

function limitsOf(value: unknown, part: Schema): [Rule, unknown][] {
  const broken: [Rule, unknown, boolean][] = [];
  if (typeof value === 'number') {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = part;
    broken.push(['minimum', minimum, value < (minimum ?? value)]);
    broken.push(['maximum', maximum, value > (maximum ?? value)]);
    broken.push(['minimum', exclusiveMinimum, typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum]);
    broken.push(['maximum', exclusiveMaximum, typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum]);
    const steps = multipleOf ? value / multipleOf : 0;
    broken.push(['multipleOf', multipleOf, Math.abs(steps - Math.round(steps)) > 1e-9 * Math.max(1, Math.abs(steps))]);
  }
  if (typeof value === 'string') {
    const { minLength = 0, maxLength, pattern, format } = part;
    const length = [...value].length;
    broken.push(['minLength', minLength, length < minLength]);
    broken.push(['maxLength', maxLength, length > (maxLength ?? length)]);
    const isShort = length <= LONGEST_MATCHED;
    broken.push(['pattern', pattern, isShort && pattern !== undefined && findPattern(pattern)?.test(value) === false]);
    broken.push(['format', format, format !== undefined && !followsFormat(value, format)]);
  }
  if (Array.isArray(value)) {
    broken.push(['minItems', part.minItems, value.length < (part.minItems ?? 0)]);
    broken.push(['maxItems', part.maxItems, value.length > (part.maxItems ?? value.length)]);
  }
  return broken.filter(([, , isBroken]) => isBroken).map(([rule, limit]) => [rule, limit]);
}

function inside(value: unknown, parts: Schema[], way: Way): RuleFault[] {
  const below = (key: string | number) => ({
    ...way,
    pointer: `${way.pointer}/${pointerPart(String(key))}`,
    depth: way.depth + 1,
  });
  if (Array.isArray(value)) {
    const items = parts.find(({ items, prefixItems }) => typeof items === 'object' && !prefixItems)?.items;
    return value.flatMap((item, index) => check(item, items, below(index)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const properties = propertiesOf(parts);
  const members = value as Record<string, unknown>;
  const needed = new Set(parts.flatMap(({ required }) => (Array.isArray(required) ? required : [])));
  const missing = [...needed].filter((name) => !(name in members) && !isReadOnly(properties.get(name), way.schemas));
  const isClosed = parts.some(({ additionalProperties, patternProperties, properties: own }) => {
    return additionalProperties === false && !patternProperties && own && Object.keys(own).length === properties.size;
  });
  return [
    ...missing.map(
      (name): RuleFault => ({
        pointer: below(name).pointer,
        rule: 'required',
        limit: name,
        value: undefined,
        schema: properties.get(name),
      }),
    ),
    ...Object.entries(members).flatMap(([name, inner]): RuleFault[] => {
      const schema = properties.get(name);
      if (schema) return check(inner, schema, below(name));
      const isUnknown = isClosed && variantsOfParts(parts).length === 0;
      const limit = [...properties.keys()].filter((each) => !(each in members));
      return isUnknown
        ? [{ pointer: below(name).pointer, rule: 'unknown', limit, value: inner, schema: undefined }]
        : [];
    }),
  ];
}

function isReadOnly(schema: Schema | undefined, schemas: Schemas): boolean {
  return partsOf(schema, schemas).some(({ readOnly }) => readOnly);
}

/** Nothing if a variant fits, else what is wrong with the one that is meant: the nearest. */
function ofVariants(value: unknown, parts: Schema[], way: Way): RuleFault[] {
  const variants = variantsOfParts(parts);
  if (variants.length === 0) return [];
  const results = variants.map((variant) => check(value, variant, { ...way, depth: way.depth + 1 }));
  const cost = (faults: RuleFault[]) =>
    faults.reduce(
      (sum, { rule, pointer }) =>
        sum + (/^(type|enum)$/.test(rule) && pointer === way.pointer ? 50 : rule === 'enum' ? 5 : 1),
      0,
    );
  return results.toSorted((one, other) => cost(one) - cost(other))[0] ?? [];
}

export function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'integer') return typeof value === 'bigint' || Number.isInteger(value);
  if (type === 'number') return /^(number|bigint)$/.test(typeof value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** A pattern that a browser does not understand says nothing. */
function findPattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
