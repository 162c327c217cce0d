import { readInteger } from '../../answers/exact-json.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { Example, MediaType, Schema } from '../../openapi/document-types.ts';
import { exampleOfRecord } from '../../openapi/example-of.ts';
import { exampleOfParameter, exampleRequest } from '../../openapi/examples.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import { findAt, resolve } from '../../openapi/resolve.ts';
import { flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { typeOf } from '../../openapi/schema-shape.ts';
import { validatorOf } from '../../openapi/validator.ts';
import { isValue, valueKey } from '../../plan/bare-values.ts';
import { isMeantId } from '../../plan/is-meant-id.ts';
import type { OperationPlan, Resource } from '../../plan/plan-types.ts';
import { placeOfList } from '../../plan/record-place.ts';
import { type MadeRecord, madeRecords, type Room } from './made-records.ts';

/** A record from a document's examples, and its id. */
export interface ExampleRecord extends MadeRecord {
  id: string;
}

/**
 * The documented records of a resource, except the one in the example of its creation; where there are none, several that are made of its
 * schema, of about so many bytes.
 */
export function examplesOfResource(
  api: ApiDocument,
  resource: Resource,
  operations: OperationPlan[],
  room: Room,
): ExampleRecord[] {
  const chosen = chosenId(api, resource, operations);
  const shown: MadeRecord[] = shownRecords(api, resource, operations).map((example) => ({ example }));
  const records = shown.length > 0 ? shown : madeRecords(api, resource, operations, room);
  return withShownId(api, resource, operations, records).filter(({ id }) => id !== chosen);
}

/** Makes the records of a resource that has no examples, for its seed. */
export function makeAhead(api: ApiDocument, resource: Resource, operations: OperationPlan[], bytes: number): void {
  if (shownRecords(api, resource, operations).length === 0)
    madeRecords(api, resource, operations, { bytes, siblings: 0 });
}

/** The examples of a resource, the list's first; one generated from the schema when the document has none. */
export function exampleRecords(api: ApiDocument, resource: Resource, operations: OperationPlan[]): RecordBody[] {
  const shown = shownRecords(api, resource, operations);
  return shown.length > 0
    ? shown
    : madeRecords(api, resource, operations, { bytes: 0, siblings: 0 }).map(({ example }) => example);
}

function shownRecords(api: ApiDocument, resource: Resource, operations: OperationPlan[]): RecordBody[] {
  const lists = operations.flatMap(({ role, list, ...operation }) =>
    role === 'list' && list ? examplesOf(api, operation).flatMap((example) => findAt(example, placeOfList(list))) : [],
  );
  const items = operations.flatMap((operation) =>
    ['read', 'read-singleton', 'create'].includes(operation.role)
      ? examplesOf(api, operation).map((example) => findAt(example, operation.success.recordAt ?? []))
      : [],
  );
  const isOfValues = resource.idKey === valueKey && isValue(api.document, resource.schema);
  const shown = [...(isOfValues ? lists.map(asRecord) : lists), ...items].filter(isRecord);
  return operations.some(({ role }) => role === 'read-singleton') ? shown.slice(0, 1) : shown;
}

function examplesOf(api: ApiDocument, { success }: Pick<OperationPlan, 'success'>): unknown[] {
  const media: MediaType = (success.mediaType && success.content?.[success.mediaType]) || {};
  const named = Object.values(media.examples ?? {}).map((example) => resolve<Example>(api.document, example).value);
  return [media.example, ...named].filter((value) => value !== undefined);
}

/** Gives each example an id; the id in the path parameter's example is always among them. */
function withShownId(
  api: ApiDocument,
  resource: Resource,
  operations: OperationPlan[],
  examples: MadeRecord[],
): ExampleRecord[] {
  const isId = (value: unknown) =>
    /^(string|number|bigint)$/.test(typeof value) &&
    (resource.idType === 'integer' ? /^\d+$/ : /./).test(String(value)) &&
    isAllowed(String(value));
  const candidate = shownId(api, operations);
  const shown = isId(candidate) ? candidate : undefined;
  const { idKey = '', idSchema } = resource;
  // The first of records that are made is the one that the path shows, unless their schema says what its id is.
  const isFree = examples.some(({ moving }) => moving) && !showsExample(api, idSchema);
  const records = examples.map((record, index) => {
    const own = record.example[idKey];
    const first = index === 0 || !record.moving ? shown : undefined;
    const usual = isFree ? [first, own] : [own, first];
    return { ...record, id: String([...usual, String(index + 1), sampled(index)].find(isId) ?? index + 1) };
  });
  const [first] = examples;
  if (shown !== undefined && first && !records.some(({ id }) => id === shown)) records.push({ ...first, id: shown });
  return records;

  function sampled(index: number): unknown {
    if (!idSchema) return undefined;
    const options = { direction: 'response', name: resource.idKey, index, moving: new Set() } as const;
    return exampleOfRecord(api.document, idSchema, options);
  }

  function isAllowed(id: string): boolean {
    const { idSchema } = resource;
    if (!idSchema) return true;
    const type = typeOf(api.document, idSchema);
    const value = type === 'integer' || type === 'number' ? readInteger(id) : id;
    return validatorOf(api.document).response(idSchema, value).length === 0;
  }
}

/** A bare value is its own id. */
function asRecord(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? { [valueKey]: value } : value;
}

function isRecord(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function showsExample({ document }: ApiDocument, schema: Schema | undefined): boolean {
  const { example, examples } = schema ? flattenSchema(document, schema).schema : {};
  return example !== undefined || examples !== undefined;
}

function shownId(api: ApiDocument, operations: OperationPlan[]): string | undefined {
  const read = operations.find(({ role, idParameter }) => idParameter && role !== 'act' && role !== 'represent');
  const parameter = read?.operation.parameters.find(
    ({ in: place, name }) => place === 'path' && name === read.idParameter,
  );
  const value = parameter && exampleOfParameter(api.document, parameter);
  return value === undefined || value === '' ? undefined : String(value);
}

/** The id in the documented example of a creation, which has to be free. */
function chosenId(api: ApiDocument, { idKey }: Resource, operations: OperationPlan[]): string | undefined {
  const create = operations.find(({ role }) => role === 'create');
  const body = create && exampleRequest(api, create.operation).body;
  const schema = body && create.operation.requestBody?.content[body.mediaType]?.schema;
  const named = (body?.value as RecordBody | undefined)?.[idKey ?? ''];
  if (!idKey || named === undefined || !isMeantId(api.document, schema, idKey)) return undefined;
  return String(named);
}
