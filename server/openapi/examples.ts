import { isJson } from '../../wire/media-types.ts';
import type { Example, MediaType, OpenApiDocument, Parameter, Schema } from './document-types.ts';
import { type Direction, exampleOf } from './example-of.ts';
import type { ApiDocument } from './load-api.ts';
import { memoize } from './memoize.ts';
import type { Operation } from './operations.ts';
import { patchExample } from './patch-example.ts';
import { repairExample } from './repair-example.ts';
import { resolve } from './resolve.ts';
import { flattenSchema } from './sample/flatten-schema.ts';
import { soundEnum } from './sound-enum.ts';

/** The parameter values and body of a request, made from the document's examples. */
export interface ExampleRequest {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
  cookie: Record<string, unknown>;
  body?: { mediaType: string; value: unknown };
}

/** The example of a media type: its own or the first named one, repaired if it breaks the schema; else one made from the schema. */
export function exampleOfMediaType(
  document: OpenApiDocument,
  mediaType: MediaType & { in?: string; name?: string; description?: string },
  direction: Direction,
): unknown {
  const own = ownExample(document, mediaType);
  if (!mediaType.schema) return own;
  const { schema, name, description } = mediaType;
  // What stands in a path is an id, and words of a language may not stand in a header.
  const isKey = mediaType.in !== undefined && mediaType.in !== 'query';
  return own === undefined
    ? exampleOf(document, schema, { direction, name, description, isKey })
    : structuredClone(repairedIn[direction](mediaType, document));
}

const repairIn = (direction: Direction) =>
  memoize((mediaType: MediaType & { name?: string }, document: OpenApiDocument): unknown => {
    const { schema, name } = mediaType;
    return repairExample(document, schema as Schema, ownExample(document, mediaType), { direction, name });
  });
const repairedIn = { request: repairIn('request'), response: repairIn('response') };

function ownExample(document: OpenApiDocument, { example, examples = {} }: MediaType): unknown {
  if (example !== undefined) return example;
  const named = Object.values(examples).map((each) => resolve<Example>(document, each));
  return named.find(({ value }) => value !== undefined)?.value;
}

/** The example of a parameter: its own, else one made from its schema. A path parameter is never empty. */
export function exampleOfParameter(document: OpenApiDocument, parameter: Parameter): unknown {
  const content = Object.values(parameter.content ?? {})[0];
  const schema = parameter.schema ?? content?.schema;
  const value = exampleOfMediaType(document, { ...content, ...parameter, schema } as MediaType, 'request');
  if (parameter.in !== 'path' || value !== '' || !schema) return value;
  return soundEnum(flattenSchema(document, schema).schema)?.find((allowed) => allowed !== '') ?? value;
}

/** The JSON media type if there is one, else the first. */
export function preferredMediaType(content: Record<string, MediaType>): string | undefined {
  const types = Object.keys(content);
  return types.find(isJson) ?? types[0];
}

/** An example request for an operation: its required parameters and its body. */
export function exampleRequest(api: ApiDocument, operation: Operation): ExampleRequest {
  const request: ExampleRequest = { path: {}, query: {}, header: {}, cookie: {} };
  for (const parameter of operation.parameters) {
    if (!parameter.required) continue;
    request[parameter.in][parameter.name] = exampleOfParameter(api.document, parameter);
  }
  const mediaType = operation.requestBody && preferredMediaType(operation.requestBody.content);
  if (operation.requestBody && mediaType) {
    const content = operation.requestBody.content[mediaType] ?? {};
    const patch = patchExample(api, operation, mediaType);
    request.body = { mediaType, value: patch ?? exampleOfMediaType(api.document, content, 'request') };
  }
  return request;
}
