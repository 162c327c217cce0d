import { readInteger } from '../answers/exact-json.ts';
import type { Schema } from './document-types.ts';

type Keywords = Pick<Schema, 'type' | 'enum'>;

const isOfType: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value) || typeof value === 'bigint',
  number: (value) => typeof value === 'number' || typeof value === 'bigint',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  null: (value) => value === null,
};

/**
 * The values a schema allows, converted to its type where none of them has that type: `enum: ["1", "2"]` of integers. Undefined
 * if the enum is absent or unusable: some value cannot be converted, as when a list's enum names its items' values.
 */
export function soundEnum({ type, enum: allowed }: Keywords): unknown[] | undefined {
  const types = [type ?? []].flat();
  if (!Array.isArray(allowed) || types.length === 0) return allowed;
  const hasType = (value: unknown) => types.some((each) => isOfType[each]?.(value) ?? true);
  if (allowed.some(hasType)) return allowed;
  const converted = allowed.map((value) => types.map((each) => convert(each, value)).find(hasType));
  return converted.includes(undefined) ? undefined : converted;
}

function convert(type: string, value: unknown): unknown {
  if (typeof value === 'object') return undefined;
  if (type === 'string') return String(value);
  if (type === 'boolean') return /^(true|false)$/.test(String(value)) ? String(value) === 'true' : undefined;
  return String(value).trim() === '' ? undefined : readInteger(String(value));
}
