import type { RecordBody } from '../dialect/record-body.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { extendsSchema } from '../plan/kin.ts';

/** The names that a list shows, by the schema of the records and that of the list. */
const shownNames = new WeakMap<Schema, WeakMap<Schema, Set<string> | 'all'>>();

/** A record as a list shows it whose schema is the base of the record's own: with the properties of the list alone. */
export function asListed(
  document: OpenApiDocument,
  { listed, own }: { listed?: Schema; own?: Schema },
  record: RecordBody,
): RecordBody {
  const shown = own && listed ? shownIn(document, listed, own) : 'all';
  if (shown === 'all') return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => shown.has(name)));
}

function shownIn(document: OpenApiDocument, listed: Schema, own: Schema): Set<string> | 'all' {
  const known = shownNames.getOrInsertComputed(own, () => new WeakMap());
  return known.getOrInsertComputed(listed, () => {
    const less = shapeOf(document, listed);
    const isPart = less.ref !== shapeOf(document, own).ref && extendsSchema(document, own, listed);
    return isPart ? new Set(Object.keys(less.properties)) : 'all';
  });
}
