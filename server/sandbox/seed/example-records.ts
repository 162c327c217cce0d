import { readInteger } from '../../answers/exact-json.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { Example, MediaType } from '../../openapi/document-types.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { exampleOfParameter, exampleRequest } from '../../openapi/examples.ts';
import type { ApiDocument } from '../../openapi/load-api.ts';
import { findAt, resolve } from '../../openapi/resolve.ts';
import { shapeOf, typeOf } from '../../openapi/schema-shape.ts';
import { validatorOf } from '../../openapi/validator.ts';
import type { OperationPlan, Resource } from '../../plan/plan-types.ts';
import { placeOfList } from '../../plan/record-place.ts';

/** A record from a document's examples, and its id. */
export interface ExampleRecord {
  example: RecordBody;
  id: string;
}

/** The documented records of a resource, except the one in the example of its creation. */
export function examplesOfResource(api: ApiDocument, resource: Resource, operations: OperationPlan[]): ExampleRecord[] {
  const chosen = chosenId(api, resource, operations);
  const examples = withShownId(api, resource, operations, exampleRecords(api, resource, operations));
  return examples.filter(({ id }) => id !== chosen);
}

/** The examples of a resource, the list's first; one generated from the schema when the document has none. */
export function exampleRecords(api: ApiDocument, resource: Resource, operations: OperationPlan[]): RecordBody[] {
  const lists = operations.flatMap(({ role, list, ...operation }) =>
    role === 'list' && list ? examplesOf(api, operation).flatMap((example) => findAt(example, placeOfList(list))) : [],
  );
  const items = operations.flatMap((operation) =>
    ['read', 'read-singleton', 'create'].includes(operation.role)
      ? examplesOf(api, operation).map((example) => findAt(example, operation.success.recordAt ?? []))
      : [],
  );
  const isRecord = (value: unknown): value is RecordBody =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const shown = [...lists, ...items].filter(isRecord);
  if (operations.some(({ role }) => role === 'read-singleton'))
    return shown.slice(0, 1).concat(shown.length > 0 ? [] : sampled());
  return shown.length > 0 ? shown : sampled();

  function sampled(): RecordBody[] {
    // A list may show what the item leaves out.
    const schemas = [operations.find(({ list }) => list)?.list?.item, resource.schema];
    const values = schemas.map((schema) => schema && exampleOf(api.document, schema, { direction: 'response' }));
    const known = values.filter(isRecord);
    return known.length > 0 ? [Object.assign({}, ...known)] : [];
  }
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
  examples: RecordBody[],
): ExampleRecord[] {
  const isId = (value: unknown) =>
    /^(string|number|bigint)$/.test(typeof value) &&
    (resource.idType === 'integer' ? /^\d+$/ : /./).test(String(value)) &&
    isAllowed(String(value));
  const candidate = shownId(api, operations);
  const shown = isId(candidate) ? candidate : undefined;
  const sampled = resource.idSchema && exampleOf(api.document, resource.idSchema, { direction: 'response' });
  const records = examples.map((example, index) => {
    const own = resource.idKey && example[resource.idKey];
    return { example, id: String([own, shown, String(index + 1), sampled].find(isId) ?? index + 1) };
  });
  const first = examples[0];
  if (shown !== undefined && first && !records.some(({ id }) => id === shown))
    records.push({ example: first, id: shown });
  return records;

  function isAllowed(id: string): boolean {
    const { idSchema } = resource;
    if (!idSchema) return true;
    const type = typeOf(api.document, idSchema);
    const value = type === 'integer' || type === 'number' ? readInteger(id) : id;
    return validatorOf(api.document).response(idSchema, value).length === 0;
  }
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
  if (!idKey || !shapeOf(api.document, schema).required.has(idKey)) return undefined;
  return String((body?.value as RecordBody | undefined)?.[idKey]);
}
