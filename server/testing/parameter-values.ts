import type { OpenApiDocument, Parameter, Schema } from '../openapi/document-types.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';

type Flat = Schema & { minLength?: number; maxLength?: number };

/** Texts that break the schema of a parameter; none for a text that may be anything. */
export function brokenValues(document: OpenApiDocument, { schema = {} }: Parameter): string[] {
  const flat = flattenSchema(document, schema).schema as Flat;
  const values: string[] = [];
  if (flat.enum) values.push('no-such-value');
  if (flat.type === 'integer') {
    values.push('ten', '1.5');
    if (flat.minimum !== undefined) values.push(String(Number(flat.minimum) - 1));
    if (flat.maximum !== undefined) values.push(String(Number(flat.maximum) + 1));
  }
  if (flat.format === 'date-time') values.push('yesterday');
  if (flat.maxLength !== undefined) values.push('x'.repeat(flat.maxLength + 1));
  if ((flat.minLength ?? 0) > 0) values.push('');
  return values;
}

/** Texts that a parameter might take, for a list that begins with these records: some of them change what it shows. */
export function possibleValues(document: OpenApiDocument, parameter: Parameter, records: object[]): string[] {
  const flat = flattenSchema(document, parameter.schema ?? {}).schema as Flat;
  const fields = Object.entries(records[0] ?? {}).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : [[name, String(value)] as const],
  );
  const names = fields.map(([name]) => name);
  return [
    ...(flat.enum ?? []).map(String),
    ...(flat.type === 'integer' ? [flat.minimum ?? 0, Number(flat.minimum ?? 0) + 1, 9999].map(String) : []),
    ...(flat.format === 'date-time' ? ['2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z'] : []),
    'zz-none',
    '99999999.00',
    '0.01',
    '2100-01-01 00:00:00',
    ...names.flatMap((name) => [name, `-${name}`, `${name},desc`, `${name}:zz-none`]),
    ...fields.map(([, value]) => value),
  ];
}
