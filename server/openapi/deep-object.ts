import type { OpenApiDocument, Schema } from './document-types.ts';
import { shapeOf, typeOf } from './schema-shape.ts';

interface Parts {
  [name: string]: string | string[] | Parts;
}

/** Objects in objects; no document describes deeper ones in an address. */
const mostLevels = 10;

/**
 * Reads an object in the style `deepObject`: `filter[range][from]=1`. The specification says nothing of what is nested; clients write
 * lists as `filter[tags]=a&filter[tags]=b`, `filter[tags][]=a` or `filter[tags][0]=a`. Undefined where nothing of it was sent.
 */
export function readDeepObject(
  document: OpenApiDocument,
  name: string,
  schema: Schema | undefined,
  query: URLSearchParams,
): unknown {
  const parts: Parts = {};
  for (const [key, value] of query) {
    const [, names] = key.startsWith(name) ? (/^((?:\[[^[\]]*\])+)$/.exec(key.slice(name.length)) ?? []) : [];
    const way = names?.slice(1, -1).split('][') ?? [];
    if (way.length > 0 && way.length <= mostLevels && !way.includes('__proto__')) put(parts, way, value);
  }
  return Object.keys(parts).length > 0 ? withLists(document, schema, parts) : undefined;
}

function put(parts: Parts, [name = '', ...rest]: string[], value: string): void {
  const own = Object.hasOwn(parts, name) ? parts[name] : undefined;
  const isInner = typeof own === 'object' && !Array.isArray(own);
  if (rest.length > 0 && rest[0] !== '') {
    const inner: Parts = isInner ? own : {};
    parts[name] = inner;
    put(inner, rest, value);
  } else if (!isInner) {
    const isList = rest.length > 0 || own !== undefined;
    parts[name] = isList ? [...[own ?? []].flat(), value] : value;
  }
}

/** Numbered parts are a list where the schema says so. */
function withLists(document: OpenApiDocument, schema: Schema | undefined, value: Parts[string]): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const { items, properties } = shapeOf(document, schema);
  if (typeOf(document, schema) === 'array') return Object.values(value).map((item) => withLists(document, items, item));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      withLists(document, Object.hasOwn(properties, name) ? properties[name] : undefined, part),
    ]),
  );
}
