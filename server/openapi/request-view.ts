import type { OpenApiDocument, Schema } from './document-types.ts';
import { findByPointer } from './resolve.ts';
import type { Direction } from './sample/sample-schema.ts';
import { changeParts } from './schema-keywords.ts';
import { soundDefault } from './sound-default.ts';
import { soundEnum } from './sound-enum.ts';

/** What requests do not have, and what answers do not have: it is never required of them (OpenAPI 3.1, Schema Object). */
const absent = { request: 'readOnly', response: 'writeOnly' } as const;

/** Says nothing of what is valid, or would give the schema an address of its own. */
const leftOut = new Set(['example', 'examples', 'description', 'title', 'externalDocs', 'xml', '$id', '$schema']);

/** Copies a schema as one direction sees it, for validation alone; its references become what `refer` makes of them. */
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
    return Object.fromEntries(
      Object.entries(part).flatMap(([keyword, value]) => {
        if (leftOut.has(keyword) || keyword.startsWith('x-')) return [];
        // Left over from OpenAPI 3.0 beside no type: 3.1 has no such keyword, and Ajv refuses it.
        if (keyword === 'nullable') return [];
        // Nobody is refused for a value that was filled in for them.
        if (keyword === 'default' && soundDefault(part) === undefined) return [];
        // Values that are named one by one need no format, and some have another: `now`, instead of a moment.
        if (keyword === 'format' && soundEnum(part)) return [];
        if (keyword === 'enum') return soundEnum(part) ? [[keyword, soundEnum(part)]] : [];
        if (keyword === '$ref') return [[keyword, refer(String(value))]];
        if (keyword === 'required' && Array.isArray(value))
          return [[keyword, value.filter((name) => !names.has(name))]];
        // One part of an allOf may require what another describes.
        const inside = keyword === 'allOf' ? names : new Set<string>();
        return [[keyword, changeParts(keyword, value, (inner) => view(inner, inside))]];
      }),
    );
  }
}

/** Names of the read-only properties of a schema, also of those that it composes by `allOf` and `$ref`. */
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
