import { bareType } from '../../wire/media-types.ts';
import type { MediaType, OpenApiDocument, Schema } from './document-types.ts';
import { exampleOf } from './example-of.ts';
import { pointerOf } from './faults.ts';
import { findResponse } from './find-response.ts';
import type { ApiDocument } from './load-api.ts';
import type { Operation } from './operations.ts';
import { shapeOf } from './schema-shape.ts';
import { validatorOf } from './validator.ts';

/**
 * An example of a JSON Patch, whose schema says nothing of what is patched: it sets one field of the record that is shown. Undefined for
 * other bodies, where the document has its own example, and where no record is shown.
 */
export function patchExample(api: ApiDocument, operation: Operation, mediaType: string): unknown {
  const { document } = api;
  const media = operation.requestBody?.content[mediaType] ?? {};
  const isPatch = bareType(mediaType) === 'application/json-patch+json' || describesPatch(document, media.schema);
  if (!isPatch || hasExample(media)) return undefined;
  const here = api.operations.filter(({ path }) => path === operation.path);
  const shown = [operation, ...here.filter(({ method }) => method === 'get')].map(shownBy).find(Boolean);
  const { properties, required } = shapeOf(document, shown);
  const writable = Object.entries(properties).filter(
    ([name, property]) => !property.readOnly && !/^id$/i.test(name) && !isNested(shapeOf(document, property).types),
  );
  const chosen = writable.find(([name]) => required.has(name)) ?? writable[0];
  if (!chosen) return undefined;
  const [name, property] = chosen;
  const value = exampleOf(document, property, { direction: 'request', name });
  const patch = [{ op: required.has(name) ? 'replace' : 'add', path: pointerOf([name]), value }];
  const isValid = !media.schema || validatorOf(document).request(media.schema, patch).length === 0;
  return isValid ? patch : undefined;
}

/** Whether a schema is that of a JSON Patch, which many documents describe as plain JSON. */
export function describesPatch(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const { properties } = shapeOf(document, shapeOf(document, schema).items);
  return 'op' in properties && 'path' in properties;
}

function shownBy({ responses }: Operation): Schema | undefined {
  const { content = {} } = findResponse(responses, 200) ?? {};
  return Object.values(content).find(({ schema }) => schema)?.schema;
}

function hasExample({ example, examples }: MediaType): boolean {
  return example !== undefined || Object.keys(examples ?? {}).length > 0;
}

function isNested(types: Set<string>): boolean {
  return types.has('object') || types.has('array');
}
