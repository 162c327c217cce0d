import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { typeOf } from '../openapi/schema-shape.ts';
import { isValue } from '../plan/bare-values.ts';
import type { Resource } from '../plan/plan-types.ts';
import type { StoredRecord } from '../records/find-record.ts';

/** What a list of bare values shows of a record, its id; undefined where a list shows records. */
export function findValueOf(
  document: OpenApiDocument,
  item: Schema | undefined,
  { idKey = '' }: Pick<Resource, 'idKey'>,
  { id, body }: Pick<StoredRecord, 'id' | 'body'>,
): unknown {
  if (!item || !isValue(document, item)) return undefined;
  const value = body[idKey] ?? id;
  return typeOf(document, item) === 'string' ? String(value) : value;
}
