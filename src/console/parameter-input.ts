import type { ParameterData, Schema } from '../documents/operation-data.ts';

/** How to edit a parameter: one control, a list of them, or JSON text. */
export interface ParameterInput {
  kind: 'text' | 'number' | 'choice' | 'list' | 'json';
  /** The options (kind `choice`, or a list of choices). */
  choices?: string[];
  item?: ParameterInput;
  /** Whether the value is a secret: masked in the form and never stored in the history. */
  secret?: boolean;
}

type SchemaMap = Record<string, Schema>;

// Third-party documents may be recursive; a few steps are enough for a parameter.
const MOST_STEPS = 8;

export function followSchema(schema: Schema | boolean | undefined, schemas: SchemaMap): Schema {
  let current: Schema = typeof schema === 'object' ? schema : {};
  for (let step = 0; step < MOST_STEPS && typeof current.$ref === 'string'; step++) {
    current = schemas[current.$ref.replace('#/components/schemas/', '')] ?? {};
  }
  return current;
}

function typesOf(schema: Schema): string[] {
  return [schema.type ?? []].flat().filter((type) => type !== 'null');
}

function mainBranch(schema: Schema, schemas: SchemaMap): Schema {
  const branches = [schema.oneOf ?? schema.anyOf ?? schema.allOf ?? []].flat();
  const known = branches.map((branch) => followSchema(branch, schemas)).filter((branch) => branch.type !== 'null');
  return known[0] ?? schema;
}

function inputForSchema(given: Schema | boolean | undefined, schemas: SchemaMap, depth: number): ParameterInput {
  let schema = followSchema(given, schemas);
  if (!schema.type && !schema.enum) schema = mainBranch(schema, schemas);
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values) return { kind: 'choice', choices: values.filter((value) => value !== null).map(String) };
  const [type] = typesOf(schema);
  if (type === 'boolean') return { kind: 'choice', choices: ['true', 'false'] };
  if (type === 'integer' || type === 'number') return { kind: 'number' };
  if (type === 'array' && depth === 0) return { kind: 'list', item: inputForSchema(schema.items, schemas, depth + 1) };
  if (type === 'object' || type === 'array' || schema.properties) return { kind: 'json' };
  return schema.format === 'password' ? { kind: 'text', secret: true } : { kind: 'text' };
}

/** Chooses the control for a parameter from its schema. */
export function parameterInput(parameter: ParameterData, schemas: SchemaMap): ParameterInput {
  // A parameter described by `content` is sent as text of that media type.
  if (parameter.mediaType) return { kind: 'json' };
  return inputForSchema(parameter.schema, schemas, 0);
}
