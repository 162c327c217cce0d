import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { findList, findSaidList } from './find-list.ts';
import { findRecordPlace, isSame, schemaAt } from './record-place.ts';
import { successOf } from './success-response.ts';
import type { SchemaSource } from './why-resource.ts';

/** A schema of a resource's records, and where the document has it. */
export interface ShownRecord {
  schema?: Schema;
  from: SchemaSource;
}

interface OwnOperations {
  collection: Operation[];
  item: Operation[];
  within?: string;
  /** Whether the paths say what is a list. */
  isSaid?: boolean;
}

/** The schemas in which operations show a resource's records, most reliable first; records are stored by the first. Never empty. */
export function shownRecords(
  document: OpenApiDocument,
  name: string,
  { collection, item, within, isSaid = false }: OwnOperations,
): ShownRecord[] {
  const find = (operations: Operation[], ...methods: string[]) =>
    operations.find(({ method }) => methods.includes(method));
  const listed = schemaShownBy(find(collection, 'get'), true);
  const sources: [Operation | undefined, SchemaSource][] = [
    [find(item, 'get'), 'item'],
    [find(collection, 'get'), 'list'],
    [find(collection, 'post'), 'creation'],
    [find(item, 'put', 'patch'), 'update'],
  ];
  const shown = sources.flatMap(([operation, from]) => {
    const schema = from === 'list' ? listed : schemaShownBy(operation, false);
    return schema ? [{ schema, from }] : [];
  });
  const [main, ...others] = shown;
  if (main) return [{ ...main, schema: variantOf(document, main.schema, others) }, ...others];
  const body = [...collection, ...item].find(({ requestBody }) => requestBody)?.requestBody;
  return [{ schema: Object.values(body?.content ?? {})[0]?.schema, from: 'request' }];

  function schemaShownBy(operation: Operation | undefined, isList: boolean): Schema | undefined {
    if (!operation) return undefined;
    const success = successOf(operation);
    if (!success.schema || !isStructured(document, success)) return undefined;
    if (isList)
      return (isSaid ? findSaidList(document, success, name) : findList(document, success, name, within))?.item;
    const schema = schemaAt(document, success.schema, findRecordPlace(document, success, name, listed));
    return shapeOf(document, schema).types.has('object') ? schema : undefined;
  }
}

/** Of variants, that which others show is the record; one of them may be what is left of it when it is gone. */
function variantOf(document: OpenApiDocument, schema: Schema | undefined, others: ShownRecord[]): Schema | undefined {
  const { anyOf, oneOf } = schema ? resolve<Schema>(document, schema) : {};
  const variants = anyOf ?? oneOf ?? [];
  const isShown = (variant: Schema) => others.some((other) => isSame(document, variant, other.schema));
  return variants.length > 1 ? (variants.find(isShown) ?? schema) : schema;
}
