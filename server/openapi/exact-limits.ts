import type { Ajv2020, FuncKeywordDefinition } from 'ajv/dist/2020.js';
import { readInteger, withNumbers } from '../answers/exact-json.ts';
import { pointerSegments } from './faults.ts';
import { findAt } from './resolve.ts';

/** What a check compares with: the value as it was received, where the copy that is checked has the nearest numbers. */
export interface ExactValue {
  value: unknown;
}

type Exact = number | bigint;
type Limits = Record<string, unknown>;

const keyword = 'x-exact';

/** Limits that JavaScript's numbers do not hold, and what they ask of a value; both sides are compared exactly. */
const comparisons: Record<string, { comparison: string; holds(value: Exact, limit: Exact): boolean }> = {
  minimum: { comparison: '>=', holds: (value, limit) => value >= limit },
  maximum: { comparison: '<=', holds: (value, limit) => value <= limit },
  exclusiveMinimum: { comparison: '>', holds: (value, limit) => value > limit },
  exclusiveMaximum: { comparison: '<', holds: (value, limit) => value < limit },
};

/** The keywords of a schema for a check by numbers, with those beside them that have to be compared exactly. */
export function splitExact(schema: Limits): Limits {
  const limits = Object.entries(schema).filter(([name, value]) => isExact(name, value));
  if (limits.length === 0) return schema;
  const others = Object.entries(schema).flatMap(([name, value]) => {
    const isLimit = name in comparisons || (name === 'multipleOf' && typeof value === 'bigint');
    return isLimit && typeof value === 'bigint' ? [] : [[name, isExact(name, value) ? withNumbers(value) : value]];
  });
  return { ...Object.fromEntries(others), [keyword]: Object.fromEntries(limits) };
}

function isExact(name: string, value: unknown): boolean {
  if (name === 'multipleOf') return Number.isInteger(value) || typeof value === 'bigint';
  if (name === 'enum') return Array.isArray(value) && value.some((each) => typeof each === 'bigint');
  return typeof value === 'bigint' && (name in comparisons || name === 'const' || name === 'default');
}

/** Adds the check of these to a compiler. */
export function addExactLimits(ajv: Ajv2020, exact: ExactValue): void {
  const validate: FuncKeywordDefinition['validate'] = (limits: Limits, data: unknown, _schema, place) => {
    const received = findAt(exact.value, pointerSegments(place?.instancePath ?? ''));
    // A default that was filled in: what a caller sends in its place has its digits.
    const isFilled = typeof limits.default === 'bigint' && typeof received !== 'bigint';
    if (isFilled && data === Number(limits.default) && place?.parentData)
      place.parentData[place.parentDataProperty] = limits.default;
    const value = typeof received === 'string' && typeof data === 'number' ? readInteger(received) : received;
    if (typeof data !== 'number' || (typeof value !== 'number' && typeof value !== 'bigint')) return true;
    const errors = Object.entries(limits).flatMap(([name, limit]) => errorOf(name, limit, value) ?? []);
    if (validate) validate.errors = errors;
    return errors.length === 0;
  };
  ajv.addKeyword({ keyword, schemaType: 'object', errors: true, validate });
}

function errorOf(name: string, limit: unknown, value: Exact) {
  const order = comparisons[name];
  if (order && !order.holds(value, limit as Exact))
    return {
      keyword: name,
      params: { comparison: order.comparison, limit },
      message: `must be ${order.comparison} ${limit}`,
    };
  if (typeof value !== 'bigint') return undefined;
  if (name === 'enum' && !(limit as unknown[]).includes(value))
    return { keyword: name, params: { allowedValues: limit }, message: 'must be equal to one of the allowed values' };
  if (name === 'const' && limit !== value)
    return { keyword: name, params: { allowedValue: limit }, message: 'must be equal to constant' };
  if (name === 'multipleOf' && value % BigInt(limit as Exact) !== 0n)
    return { keyword: name, params: { multipleOf: limit }, message: `must be multiple of ${limit}` };
  return undefined;
}
