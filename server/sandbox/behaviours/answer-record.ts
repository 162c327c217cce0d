import type { Answer } from '../../answers/answer.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { schemaAt } from '../../plan/record-place.ts';
import { isAside } from '../../plan/wrappers.ts';
import { showToCaller } from '../../records/show/older-shape.ts';
import { fillByMeaning } from '../fill-by-meaning.ts';
import { wrap } from '../wrap.ts';
import { type Call, parentValues } from './call.ts';

/** Responds with a record in the operation's response schema and wrapper; 204 has no body. */
export function answerRecord(
  call: Call,
  record: RecordBody,
  { url = call.url, headers }: { url?: string; headers?: Record<string, string> } = {},
): Answer {
  const { document } = call.api;
  const { status, schema, recordAt, mediaType } = call.plan.success;
  if (status === 204 || !mediaType) return { status, headers };
  // Some APIs respond to a change with a mere word or number.
  if (schema && !recordAt && isNoRecord(shapeOf(document, schema).types))
    return { status, headers, mediaType, body: exampleOf(document, schema, { direction: 'response' }) };
  const facts = { url, queries: {}, page: { limit: 1, offset: 0, count: 1, total: 1, hasMore: false } };
  if (recordAt && schema) {
    const shown = showToCaller(call, schemaAt(document, schema, recordAt), record);
    const wrapped = wrap(document, schema, recordAt, shown, facts);
    const body = Array.isArray(wrapped) ? wrapped : { ...(wrapped as RecordBody), ...besideRecord(call, record) };
    return { status, headers, mediaType, body };
  }
  const asParent = besideRecord(call, {});
  const shown = showToCaller(call, schema, record) as RecordBody;
  return { status, headers, mediaType, body: withLinks(call, { ...shown, ...asParent }, url) };
}

/** What a response repeats beside its record: `{"channel": "C1", "ts": "15.1", "message": {"ts": "15.1", …}}`. */
function besideRecord(call: Call, record: RecordBody): RecordBody {
  const { api, plan } = call;
  const { schema, recordAt } = plan.success;
  if (hasProfile(api)) return {};
  const { properties } = shapeOf(api.document, schema);
  const asked = plan.parents.filter(({ isAsked }) => isAsked).map(({ parameter }) => parameter);
  const parents = Object.entries(parentValues(call)).filter(([name]) => asked.includes(name));
  const known: RecordBody = { ...record, ...Object.fromEntries(parents) };
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const value = known[name];
      if (name === recordAt?.[0] || isAside(name, properties) || typeof value === 'object') return [];
      const isAllowed = value !== undefined && api.validator.response(property, value).length === 0;
      return isAllowed ? [[name, value]] : [];
    }),
  );
}

function isNoRecord(types: Set<string>): boolean {
  return types.size > 0 && !types.has('object');
}

/** A `links` object required by the schema contains the record's address. */
function withLinks(call: Call, record: RecordBody, url: string): RecordBody {
  const { document } = call.api;
  const { properties } = shapeOf(document, call.plan.success.schema);
  for (const name of ['links', '_links']) {
    const property = properties[name];
    if (!property || name in record || !('self' in shapeOf(document, property).properties)) continue;
    const page = { limit: 1, offset: 0, count: 1, total: 1, hasMore: false };
    return { ...record, [name]: fillByMeaning(document, property, { url, queries: {}, page }) };
  }
  return record;
}
