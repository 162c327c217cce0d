import type { Schema } from './document-types.ts';

type Keywords = Pick<Schema, 'type' | 'enum'>;

const isOfType: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  null: (value) => value === null,
};

/**
 * The values that a schema allows, as its type writes them where none is of that type: `enum: ["1", "2"]` of integers. Undefined
 * where they say nothing: there are none, or the type can write none of them, as with a list that names what its items may be.
 */
export function soundEnum({ type, enum: allowed }: Keywords): unknown[] | undefined {
  const types = [type ?? []].flat();
  if (!Array.isArray(allowed) || types.length === 0) return allowed;
  const keepsType = (value: unknown) => types.some((each) => isOfType[each]?.(value) ?? true);
  if (allowed.some(keepsType)) return allowed;
  const written = allowed.map((value) => types.map((each) => writeAs(each, value)).find(keepsType));
  return written.includes(undefined) ? undefined : written;
}

function writeAs(type: string, value: unknown): unknown {
  if (typeof value === 'object') return undefined;
  if (type === 'string') return String(value);
  if (type === 'boolean') return /^(true|false)$/.test(String(value)) ? String(value) === 'true' : undefined;
  return String(value).trim() === '' ? undefined : Number(value);
}
