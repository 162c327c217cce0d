import type { OpenApiDocument, Schema } from './document-types.ts';
import { findByPointer } from './resolve.ts';
import type { Direction } from './sample/sample-schema.ts';
import { changeParts } from './schema-keywords.ts';
import { soundDefault } from './sound-default.ts';
import { soundEnum } from './sound-enum.ts';

/** Properties that a request or response does not have, and so never requires (OpenAPI 3.1, Schema Object). */
const absent = { request: 'readOnly', response: 'writeOnly' } as const;

/** Annotations, which do not affect validity, and keywords that would give the schema its own URI. */
const leftOut = new Set(['example', 'examples', 'description', 'title', 'externalDocs', 'xml', '$id', '$schema']);

/** Copies a schema for validation in one direction; `refer` rewrites its references. */
export function viewFrom(
  direction: Direction,
  document: OpenApiDocument,
  schema: unknown,
  refer: (reference: string) => string,
): unknown {
  const mark = absent[direction];
  return view(schema, new Set());

  function view(node: unknown, above: Set<string>): unknown {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
    const part = node as Schema;
    const isComposed = Array.isArray(part.required) || Array.isArray(part.allOf);
    const names = isComposed ? above.union(namesMarked(mark, document, part)) : above;
    const seen = Object.fromEntries(
      Object.entries(part).flatMap(([keyword, value]) => {
        if (leftOut.has(keyword) || keyword.startsWith('x-')) return [];
        // Ajv rejects it.
        if (keyword === 'nullable') return [];
        // A caller must not be rejected for a default that was filled in.
        if (keyword === 'default' && soundDefault(part) === undefined) return [];
        // An enum makes the format redundant, and some values break it: `now` in a date-time.
        if (keyword === 'format' && soundEnum(part)) return [];
        if (keyword === 'enum') return soundEnum(part) ? [[keyword, soundEnum(part)]] : [];
        if (keyword === '$ref') return [[keyword, refer(String(value))]];
        if (keyword === 'required' && Array.isArray(value))
          return [[keyword, value.filter((name) => !names.has(name))]];
        // One part of an allOf may require a property that another describes.
        const inside = keyword === 'allOf' ? names : new Set<string>();
        return [[keyword, changeParts(keyword, value, (inner) => view(inner, inside))]];
      }),
    );
    return part.nullable === true ? orNull(seen) : seen;
  }
}

/** What OpenAPI 3.0 calls nullable, which many documents of later versions have, too. */
function orNull(schema: Record<string, unknown>): unknown {
  const types = [schema.type ?? []].flat();
  if (types.includes('null')) return schema;
  const isSimple = typeof schema.type === 'string' && !('$ref' in schema || 'allOf' in schema || 'const' in schema);
  if (!isSimple || 'oneOf' in schema || 'anyOf' in schema) return { anyOf: [schema, { type: 'null' }] };
  const allowed = schema.enum as unknown[] | undefined;
  return { ...schema, type: [...types, 'null'], ...(allowed && { enum: [...new Set([...allowed, null])] }) };
}

/** The names of a schema's read-only properties, including those from `allOf` and `$ref`. */
export function readOnlyNames(document: OpenApiDocument, schema: Schema): Set<string> {
  return namesMarked('readOnly', document, schema);
}

function namesMarked(
  mark: 'readOnly' | 'writeOnly',
  document: OpenApiDocument,
  schema: Schema,
  depth = 0,
): Set<string> {
  if (depth > 8) return new Set();
  const names = new Set<string>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const target = property?.$ref ? (findByPointer(document, property.$ref) as Schema | undefined) : property;
    if (property?.[mark] || target?.[mark]) names.add(name);
  }
  const parts = [...(schema.allOf ?? [])];
  const referred = schema.$ref && (findByPointer(document, schema.$ref) as Schema | undefined);
  if (referred) parts.push(referred);
  for (const part of parts) for (const name of namesMarked(mark, document, part, depth + 1)) names.add(name);
  return names;
}
