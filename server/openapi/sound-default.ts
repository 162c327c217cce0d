import { Ajv2020 } from 'ajv/dist/2020.js';
import { withNumbers } from '../answers/exact-json.ts';
import type { Schema } from './document-types.ts';
import { addAllFormats } from './formats.ts';
import { compilePattern } from './pattern.ts';

const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, code: { regExp: compilePattern } });
addAllFormats(ajv);

/** The keywords that a default is checked against. */
const rulesOfValues = [
  'type',
  'enum',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
];

const known = new Map<string, boolean>();

/** The default of a schema, unless it breaks the schema's own rules, such as `default: null` where null is not allowed. */
export function soundDefault(schema: Schema): unknown {
  const { default: value } = schema;
  if (value === undefined) return undefined;
  const rules = Object.fromEntries(
    rulesOfValues.flatMap((name) => (schema[name] === undefined ? [] : [[name, schema[name]]])),
  );
  const key = JSON.stringify([rules, value]);
  let isSound = known.get(key);
  if (isSound === undefined) {
    isSound = satisfies(rules, value);
    known.set(key, isSound);
  }
  return isSound ? value : undefined;
}

function satisfies(rules: object, value: unknown): boolean {
  try {
    return ajv.validate(withNumbers(rules), withNumbers(value));
  } catch {
    return true;
  }
}
