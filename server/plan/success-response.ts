import type { OpenApiDocument } from '../openapi/document-types.ts';
import { preferredMediaType } from '../openapi/examples.ts';
import { findResponse } from '../openapi/find-response.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { findFraming } from '../openapi/streamed-content.ts';
import type { ListShape, Success } from './plan-types.ts';

const preferredStatus: Partial<Record<Operation['method'], number[]>> = {
  post: [201, 200, 202, 204],
  put: [200, 204, 201, 202],
  delete: [204, 200, 202],
};

/** The status, media type and schema of an operation's success response; a stream of records is the list of them. */
export function successOf(operation: Operation): Success {
  const all = Object.keys(operation.responses);
  const good = all.filter((status) => /^2(\d\d|XX)$/i.test(status));
  // Some operations only redirect.
  const declared = good.length > 0 || all.includes('default') ? good : all.filter((status) => /^3\d\d$/.test(status));
  const wanted = preferredStatus[operation.method]?.find((status) => declared.includes(String(status)));
  const key = wanted ? String(wanted) : (declared[0] ?? ('default' in operation.responses ? 'default' : undefined));
  const content = (key && operation.responses[key]?.content) || {};
  const mediaType = preferredMediaType(content);
  const status = key && /^\d+$/.test(key) ? Number(key) : operation.method === 'post' ? 201 : 200;
  const { schema, listed } = (mediaType && content[mediaType]) || {};
  const streams = Object.keys(content).filter((type) => findFraming(type));
  if (mediaType && streams.includes(mediaType) && listed)
    return { status, mediaType: 'application/json', schema: listed, sentAs: mediaType, streams };
  return { status, mediaType, schema, ...(streams.length > 0 && { streams }) };
}

/** Whether an operation declares a response header for a status; header names are case-insensitive (RFC 9110, 5.1). */
export function declaresHeader({ responses }: Operation, status: number, name: string): boolean {
  const { headers = {} } = findResponse(responses, status) ?? responses.default ?? {};
  return Object.keys(headers).some((declared) => declared.toLowerCase() === name);
}

export function isJson(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /[/+]json(?![\w-])/.test(mediaType);
}

const listNames = [
  'data',
  'results',
  'items',
  'value',
  'values',
  'records',
  'dados',
  'itens',
  'resultados',
  'registros',
  'content',
];

/** Finds the list in a response: the body itself, or the array with the resource's name, a usual list name, or no other beside it; inside `within` if given. */
export function findList(
  document: OpenApiDocument,
  success: Success,
  resourceName: string,
  within?: string,
): ListShape | undefined {
  if (!success.schema || !isJson(success.mediaType)) return undefined;
  const shape = shapeOf(document, success.schema);
  const inside = within === undefined ? undefined : shape.properties[within];
  if (inside) {
    const found = findList(document, { ...success, schema: inside }, resourceName);
    return found?.key ? { ...found, within, schema: success.schema } : undefined;
  }
  if (shape.types.has('array')) return { item: shape.items, schema: success.schema };
  const arrays = Object.entries(shape.properties).flatMap(([key, property]) => {
    const inner = shapeOf(document, property);
    // In JSON:API, `included` accompanies `data` and is not the list.
    if (key === 'included' && 'data' in shape.properties) return [];
    return inner.types.has('array')
      ? [{ key, item: inner.items, isObject: shapeOf(document, inner.items).types.has('object') }]
      : [];
  });
  const chosen =
    arrays.find(({ key }) => key.toLowerCase() === resourceName.toLowerCase()) ??
    arrays.find(({ key }) => listNames.includes(key.toLowerCase()) && !hasId(shape.properties)) ??
    (arrays.length === 1 && arrays[0]?.isObject && isWrapper(shape.properties) ? arrays[0] : undefined);
  return chosen && { key: chosen.key, item: chosen.item, schema: success.schema };
}

/** An object with an id is a record that contains an array, not a wrapped list. */
function isWrapper(properties: Record<string, unknown>): boolean {
  return !Object.keys(properties).some((name) => /^(id|uuid|name|nome|codigo|code)$/i.test(name));
}

/** An order, say, has an id and `items` that belong to it. */
function hasId(properties: Record<string, unknown>): boolean {
  return Object.keys(properties).some((name) => /^(id|uuid)$/i.test(name));
}

const recordNames = ['data', 'dados', 'result', 'resultado', 'item', 'record', 'registro', 'attributes'];

/** Finds the property that wraps a record (`data` or the resource's name) in an object without an id. */
export function findRecordKey(document: OpenApiDocument, success: Success, resourceName: string): string | undefined {
  const { properties } = shapeOf(document, success.schema);
  if (!isWrapper(properties)) return undefined;
  const singular = singularOf(resourceName).toLowerCase();
  return Object.keys(properties).find(
    (name) =>
      (recordNames.includes(name.toLowerCase()) || name.toLowerCase() === singular) &&
      shapeOf(document, properties[name]).types.has('object'),
  );
}

/** The approximate singular of an English or Portuguese plural, for comparing names. */
export function singularOf(plural: string): string {
  return plural
    .replace(/(ões|oes)$/i, 'ao')
    .replace(/ies$/i, 'y')
    .replace(/(ais)$/i, 'al')
    .replace(/(sses|xes|ches|shes)$/i, (end) => end.slice(0, -2))
    .replace(/ures$/i, (end) => end.slice(0, -1))
    .replace(/(res|zes)$/i, (end) => (plural.length > 6 ? end.slice(0, -2) : end.slice(0, -1)))
    .replace(/([^s])s$/i, '$1');
}
