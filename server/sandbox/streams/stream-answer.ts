import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from '../../answers/answer.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { MediaType, OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import { flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { describesEvents, findFraming, itemSchemaOf } from '../../openapi/streamed-content.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { bodyOf, type Call } from '../behaviours/call.ts';
import { sampleItems } from './sample-items.ts';

/**
 * The values of a response that is sent as a stream, where the caller wants one: the records of the response if the stream is declared to
 * have such, else what its document shows. Any other response stays as it is.
 */
export function streamAnswer(call: Call, answer: Answer, headers: IncomingHttpHeaders): Answer {
  const { success, operation, role } = call.plan;
  const { content = {} } = success;
  const mediaType = answer.status === success.status ? wantedStream(call, content) : undefined;
  const media = mediaType === undefined ? undefined : content[mediaType];
  if (!mediaType || !media || call.api.profile.handlers?.[operation.id]) return answer;
  const isEvents = findFraming(mediaType) === 'events';
  const records = recordsOf(call, answer, media);
  const items = records
    ? records.map((record) => (isEvents ? eventOf(call, record, media) : record))
    : sampleItems(call.api.document, media, isEvents);
  const rest = role === 'list' && Array.isArray(items) ? after(items, headers['last-event-id']) : items;
  return { ...answer, mediaType, text: undefined, body: rest };
}

/** The stream that the caller accepts; that which alone is declared; or the one that a flag of the request asks for, whatever it accepts. */
function wantedStream(call: Call, content: Record<string, MediaType>): string | undefined {
  const { mediaType, parameters } = call;
  const streams = streamsOf(content);
  if (streams.length === 0) return undefined;
  if (mediaType !== undefined && streams.includes(mediaType)) return mediaType;
  const isFlagged = parameters.query.stream === true || bodyOf(call).stream === true;
  return isFlagged || streams.length === Object.keys(content).length ? streams[0] : undefined;
}

const streamsOf = memoize((content: Record<string, MediaType>) => Object.keys(content).filter(findFraming));

/** The records of a response, where the stream has such; undefined where it has something else. */
function recordsOf({ api, plan }: Call, { body }: Answer, { listed }: MediaType): RecordBody[] | undefined {
  const { key, within } = plan.list ?? {};
  const wrapper = within ? (body as RecordBody)?.[within] : body;
  const list = plan.role === 'list' && key ? (wrapper as RecordBody)?.[key] : wrapper;
  if (!listed?.items || typeof list !== 'object' || list === null) return undefined;
  const records = [list].flat() as RecordBody[];
  const [first] = records;
  // Where nobody can add a record, an empty stream would never show anything.
  if (first === undefined && !isFilled(api, plan)) return undefined;
  return first === undefined || api.validator.response(listed.items, first).length === 0 ? records : undefined;
}

function isFilled({ plan }: ServedApi, { resource }: OperationPlan): boolean {
  return [...plan.operations.values()].some(
    (other) => other.resource === resource && (other.role === 'create' || other.putCreates),
  );
}

/** The event of a record: the name that the document has for it, and the record's id, after which a client may go on. */
function eventOf({ api, plan }: Call, record: RecordBody, media: MediaType): Record<string, unknown> {
  const id = plan.role === 'list' && plan.resource?.idKey ? record[plan.resource.idKey] : undefined;
  const event = nameOfEvent(api.document, itemSchemaOf(api.document, media));
  return { ...(event !== undefined && { event }), ...(id !== undefined && { id: String(id) }), data: record };
}

function nameOfEvent(document: OpenApiDocument, item: Schema | undefined): unknown {
  if (!item || !describesEvents(document, item)) return undefined;
  const { event } = shapeOf(document, item).properties;
  const { const: only, enum: allowed, example, default: usual } = flattenSchema(document, event ?? {}).schema;
  return only ?? usual ?? example ?? allowed?.[0];
}

/** A client that was disconnected goes on after the last event it has seen (WHATWG, `Last-Event-ID`). */
function after(items: unknown[], lastId: string | string[] | undefined): unknown[] {
  const index = lastId === undefined ? -1 : items.findIndex((item) => (item as { id?: unknown } | null)?.id === lastId);
  return items.slice(index + 1);
}
