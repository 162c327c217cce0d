import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schema } from './document-types.ts';
import { addAllFormats } from './formats.ts';

const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
addAllFormats(ajv);

const known = new Map<string, boolean>();

/** The default of a schema, unless it breaks the schema's own rules: `default: null` where null is not allowed, say. */
export function soundDefault({ type, enum: allowed, format, default: value }: Schema): unknown {
  if (value === undefined) return undefined;
  const rules = {
    ...(type !== undefined && { type }),
    ...(Array.isArray(allowed) && { enum: allowed }),
    ...(typeof format === 'string' && { format }),
  };
  const key = JSON.stringify([rules, value]);
  let isSound = known.get(key);
  if (isSound === undefined) {
    isSound = keeps(rules, value);
    known.set(key, isSound);
  }
  return isSound ? value : undefined;
}

function keeps(rules: object, value: unknown): boolean {
  try {
    return ajv.validate(rules, value);
  } catch {
    return true;
  }
}
