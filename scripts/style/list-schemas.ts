import type { OpenApiDocument, Schema } from '../../server/openapi/document-types.ts';
import { pointerOf } from '../../server/openapi/faults.ts';

/** A schema, and where it is written. */
export interface WrittenSchema {
  schema: Schema;
  pointer: string;
}

const named = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const single = ['items', 'additionalProperties', 'contains', 'not', 'if', 'then', 'else', 'unevaluatedProperties'];
const several = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/** Lists every schema of a document where it is written, those inside others too; references are not followed. */
export function listSchemas({ components, ...rest }: OpenApiDocument): WrittenSchema[] {
  const { schemas = {}, ...others } = components ?? {};
  return [
    ...Object.entries(schemas).flatMap(([name, schema]) => below(schema, pointerOf(['components', 'schemas', name]))),
    ...mentioned(others, '/components'),
    ...mentioned(rest, ''),
  ];
}

/** The schemas of parameters, headers and media types. */
function mentioned(node: unknown, pointer: string): WrittenSchema[] {
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const at = pointer + pointerOf([key]);
    if (key === 'schema') return below(value, at);
    return /^(example|examples|value)$|^x-/.test(key) ? [] : mentioned(value, at);
  });
}

function below(schema: unknown, pointer: string): WrittenSchema[] {
  if (!isObject(schema)) return [];
  const children = (keyword: string): [string, unknown][] => {
    const value = schema[keyword];
    if (single.includes(keyword)) return [[pointer + pointerOf([keyword]), value]];
    return isObject(value)
      ? Object.entries(value).map(([key, child]) => [pointer + pointerOf([keyword, key]), child])
      : [];
  };
  const inside = [...named, ...single, ...several].flatMap(children);
  return [{ schema, pointer }, ...inside.flatMap(([at, child]) => below(child, at))];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
