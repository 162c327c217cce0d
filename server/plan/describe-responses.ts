import { isJson } from '../../wire/media-types.ts';
import type { Example, MediaType, OpenApiDocument, Response, Schema } from '../openapi/document-types.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import { typesOfExample } from '../openapi/schema-of-example.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain, singularOf } from './names.ts';
import { oneOrList } from './one-or-list.ts';
import { lastSegment, nameOf, parentPath, placeOf } from './path-segments.ts';
import { bodyOf } from './sent-body.ts';
import { successOf } from './success-response.ts';

/**
 * The operations of a document, with a description of what they answer where it has none: what their example shows, else what their
 * path means. Of what is a list or one record, an item is the record. Where things can be written below `/things`, GET lists them, and GET `/things/{id}` shows one. The keys are the
 * operations with a description, the values those of the document.
 */
export function describeResponses(document: OpenApiDocument, operations: Operation[]): Map<Operation, Operation> {
  const byPlace = Map.groupBy(operations, ({ path }) => placeOf(path));
  const items = Map.groupBy(
    operations.filter(({ path }) => lastSegment(path)?.parameter && parentPath(path) !== ''),
    ({ path }) => placeOf(parentPath(path)),
  );
  return new Map(operations.map((operation) => [describe(operation), operation]));

  function describe(operation: Operation): Operation {
    const one = isWrittenItem(operation) ? oneOrList(document, successOf(operation).schema) : undefined;
    if (one) return withSchema(operation, one);
    if (!isUndescribed(document, operation)) return operation;
    const example = exampleIn(document, operation);
    if (example !== undefined) return withSchema(operation, typesOfExample(example));
    const schema = schemaByPath(operation);
    return schema ? withSchema(operation, schema) : operation;
  }

  function isWrittenItem({ method, path }: Operation): boolean {
    const own = lastSegment(path)?.parameter && method === 'get' ? (byPlace.get(placeOf(path)) ?? []) : [];
    return own.some((each) => /^(put|patch)$/.test(each.method));
  }

  function schemaByPath({ method, path }: Operation): Schema | undefined {
    const parameter = lastSegment(path)?.parameter;
    const collection = placeOf(parameter ? parentPath(path) : path);
    const [above, below] = [byPlace.get(collection) ?? [], items.get(collection) ?? []];
    if (method !== 'get' && !(method === 'post' && !parameter)) return undefined;
    const post = above.find((each) => each.method === 'post');
    const isWritten = below.some(({ method: own }) => writing.has(own));
    const get = (parameter ? below : above).find((each) => each.method === 'get');
    // Where reading is described, an answer without a body has none.
    if (!get || !isUndescribed(document, get) || exampleIn(document, get) !== undefined) return undefined;
    if (parameter) return parentPath(path) !== '' && (isWritten || post) ? recordOf(above, below) : undefined;
    const isCollection = isWritten || (below.length > 0 && post) || (post?.requestBody && isPlural(nameOf(path)));
    if (isCollection) {
      const record = recordOf(above, below);
      if (method === 'post') return record;
      return isObject(document, get) ? undefined : { type: 'array', items: record };
    }
    // What is written at one path, without others below it, is one record.
    const written = above.find((each) => each.requestBody && /^(put|patch)$/.test(each.method));
    return method === 'get' ? fieldsOf(document, written) : undefined;
  }

  /** A record, as requests describe it, and its id. */
  function recordOf(above: Operation[], below: Operation[]): Schema {
    const item = below[0];
    const own = item && lastSegment(item.path)?.parameter;
    const body = fieldsOf(
      document,
      [...above, ...below].find((each) => fieldsOf(document, each)),
    );
    const names = Object.keys(shapeOf(document, body).properties);
    const wanted = own === undefined ? 'id' : plain(own);
    if (body && names.some((name) => wanted.endsWith(plain(name)) && (plain(name) === wanted || plain(name) === 'id')))
      return body;
    const name = own === undefined || /id$/i.test(own) ? 'id' : own;
    if (body && names.includes(name)) return body;
    const schema = item?.parameters.find((each) => each.in === 'path' && each.name === own)?.schema;
    const withId: Schema = { type: 'object', properties: { [name]: { type: 'string', ...schema, readOnly: true } } };
    return body ? { allOf: [withId, body] } : withId;
  }
}

const writing = new Set<string>(['put', 'patch', 'delete', 'post']);

function isPlural(name: string): boolean {
  return plain(singularOf(name)) !== plain(name);
}

/** Whether an operation succeeds with a body of which nothing is said. */
function isUndescribed(document: OpenApiDocument, operation: Operation): boolean {
  const { status, mediaType, schema, sentAs } = successOf(operation);
  if ('204' in operation.responses || status >= 300 || sentAs || successKey(operation) === undefined) return false;
  if (mediaType === undefined) return true;
  const { types, properties } = shapeOf(document, schema);
  const isAnything = types.size === 0 || (types.size === 1 && types.has('object'));
  return isJson(mediaType) && isAnything && Object.keys(properties).length === 0 && !isMap(schema);
}

/** Whether names are the caller's own. */
function isMap(schema: Schema | undefined): boolean {
  return typeof schema?.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length > 0;
}

/** Whether a document says at least that the body is an object. */
function isObject(document: OpenApiDocument, operation: Operation): boolean {
  return shapeOf(document, successOf(operation).schema).types.has('object');
}

function exampleIn(document: OpenApiDocument, operation: Operation): unknown {
  const { mediaType = '', content = {} } = successOf(operation);
  const { example, examples = {} } = content[mediaType] ?? {};
  const named = Object.values(examples).map((each) => resolve<Example>(document, each).value);
  return [example, ...named].find((value) => typeof value === 'object' && value !== null);
}

/** The fields of a JSON body or a form. */
function fieldsOf(document: OpenApiDocument, operation: Operation | undefined): Schema | undefined {
  const schema = operation && bodyOf(operation);
  return Object.keys(shapeOf(document, schema).properties).length > 0 ? schema : undefined;
}

/** A copy of an operation whose success has a schema. */
function withSchema(operation: Operation, schema: Schema): Operation {
  const { mediaType = 'application/json' } = successOf(operation);
  const key = successKey(operation) as string;
  const response = operation.responses[key] as Response;
  const media: MediaType = { ...response?.content?.[mediaType], schema };
  return {
    ...operation,
    responses: {
      ...operation.responses,
      [key]: { ...response, content: { ...response?.content, [mediaType]: media } },
    },
  };
}

/** The response of a success, as `successOf` chooses it. */
function successKey(operation: Operation): string | undefined {
  const names = Object.keys(operation.responses);
  const { status } = successOf(operation);
  return names.find((each) => each === String(status)) ?? names.find((each) => /^(2|default)/.test(each));
}
