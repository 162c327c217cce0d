import type { Schema } from '../../openapi/document-types.ts';
import type { AnySchema } from './type-model.ts';
import { grouped } from './type-text.ts';

/** A list, or a tuple: `[string, number?, ...boolean[]]`. */
export function typeOfArray(schema: Schema, write: (inner: AnySchema | undefined) => string): string {
  const { prefixItems, minItems } = schema;
  const items = schema.items as AnySchema | undefined;
  if (!prefixItems?.length) return `${grouped(write(items))}[]`;
  const needed = typeof minItems === 'number' ? minItems : 0;
  const first = prefixItems.map((item, index) => `${grouped(write(item))}${index < needed ? '' : '?'}`);
  const rest = items === false || schema.unevaluatedItems === false ? [] : [`...${grouped(write(items))}[]`];
  return `[${[...first, ...rest].join(', ')}]`;
}
