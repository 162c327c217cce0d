import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { namespaceOf } from './xml-names.ts';
import { attributeOf } from './xml-text.ts';

/** The namespaces that are declared somewhere, by prefix; the one of names without a prefix is under the empty one. */
export type Bound = ReadonlyMap<string, string>;

/** A name with its prefix, the declaration that it needs, and all that hold with it. */
interface Qualified {
  name: string;
  declared: string;
  bound: Bound;
}

/** A prefix without a namespace is one that is declared above; where none is, a document with it would not be well-formed. */
export function qualify(
  { document, schema, bound }: { document: OpenApiDocument; schema: Schema | undefined; bound: Bound },
  name: string,
  isAttribute = false,
): Qualified {
  const { prefix = '', namespace } = namespaceOf(document, schema);
  const isName = prefix === '' || /^[\p{L}_][\p{L}\p{Nd}_.-]*$/u.test(prefix);
  if (!isName || (prefix === '' && isAttribute)) return { name, declared: '', bound };
  const full = prefix === '' ? name : `${prefix}:${name}`;
  if (namespace === undefined) return { name: bound.has(prefix) ? full : name, declared: '', bound };
  if (bound.get(prefix) === namespace) return { name: full, declared: '', bound };
  const declared = ` xmlns${prefix === '' ? '' : `:${prefix}`}="${attributeOf(namespace)}"`;
  return { name: full, declared, bound: new Map([...bound, [prefix, namespace]]) };
}
