import type { OpenApiDocument, Schema } from '../../server/openapi/document-types.ts';
import { pointerOf } from '../../server/openapi/faults.ts';
import { listParts } from '../../server/openapi/schema-keywords.ts';

/** A schema, and its location in the document. */
export interface WrittenSchema {
  schema: Schema;
  pointer: string;
}

/** Lists every schema of a document at its definition, nested ones included; references are not followed. */
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
  const parts = Object.entries(schema).flatMap(([keyword, value]) => listParts(keyword, value));
  return [{ schema, pointer }, ...parts.flatMap(([path, part]) => below(part, pointer + pointerOf(path)))];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
