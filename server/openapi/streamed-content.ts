import type { MediaType, OpenApiDocument, Response, Schema } from './document-types.ts';
import { flattenSchema } from './sample/flatten-schema.ts';
import { shapeOf } from './schema-shape.ts';

const eventStream = /^text\/event-stream\b/i;
const lines = /^application\/((x-)?ndjson|(x-)?json-?l(ines)?|stream\+json|x-json-stream)\s*(;|$)/i;
const sequence = /^application\/([\w.-]+\+)?json-seq\s*(;|$)/i;

/** How the values of a stream follow each other: as server-sent events, one a line, or as RFC 7464 has it. */
export type Framing = 'events' | 'lines' | 'sequence';

/** The framing of a media type; undefined where it is no stream of values. */
export function findFraming(mediaType: string | undefined): Framing | undefined {
  if (mediaType === undefined) return undefined;
  if (eventStream.test(mediaType)) return 'events';
  return lines.test(mediaType) ? 'lines' : sequence.test(mediaType) ? 'sequence' : undefined;
}

/** The schema of one value of a stream: `itemSchema` of OpenAPI 3.2, else that of the whole, or of its list's items. */
export function itemSchemaOf(document: OpenApiDocument, { schema, itemSchema }: MediaType): Schema | undefined {
  if (itemSchema || !schema) return itemSchema;
  const { types, items } = shapeOf(document, schema);
  return types.has('array') ? items : schema;
}

/** Whether a schema describes server-sent events as OpenAPI 3.2 does, with `data` and other fields of WHATWG's. */
export function describesEvents(document: OpenApiDocument, schema: Schema): boolean {
  return areEventNames(Object.keys(shapeOf(document, schema).properties));
}

/** Whether these are the names of a server-sent event. */
export function areEventNames(names: string[]): boolean {
  return names.includes('data') && names.every((name) => /^(data|event|id|retry|comment)$/.test(name));
}

/** The schema of the data of an event, which may be JSON in a text (`contentSchema`). */
function dataSchemaOf(document: OpenApiDocument, event: Schema): Schema {
  const data = shapeOf(document, event).properties.data ?? {};
  return (flattenSchema(document, data).schema.contentSchema as Schema | undefined) ?? data;
}

/** A response whose streams of records say what list they are, so that they can be planned like any other list. */
export function withListedStreams(document: OpenApiDocument, response: Response): Response {
  const entries = Object.entries(response.content ?? {});
  if (!entries.some(([type]) => findFraming(type))) return response;
  const read = entries.map(([type, media]): [string, MediaType] => {
    const item = findFraming(type) && media && itemSchemaOf(document, media);
    if (!item) return [type, media];
    const isEvent = findFraming(type) === 'events' && describesEvents(document, item);
    const record = isEvent ? dataSchemaOf(document, item) : item;
    const isRecord = shapeOf(document, record).types.has('object');
    return [type, isRecord ? { ...media, listed: { type: 'array', items: record } } : media];
  });
  return { ...response, content: Object.fromEntries(read) };
}
