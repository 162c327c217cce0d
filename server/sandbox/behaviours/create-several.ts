import type { Answer } from '../../answers/answer.ts';
import { bodyIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { inTransaction } from '../../db/in-transaction.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import type { RecordPlace } from '../../plan/plan-types.ts';
import { schemaAt } from '../../plan/record-place.ts';
import { findSentPlaces } from '../../plan/sent-place.ts';
import type { StoredRecord } from '../../records/find-record.ts';
import { showToCaller } from '../../records/show/older-shape.ts';
import { wrap } from '../wrap.ts';
import type { Call } from './call.ts';
import { most } from './many.ts';

/** The bodies of several records that a creation was sent in the place of one: `{"payments": [{…}, {…}]}` for `{"payment": {…}}`. */
export function sentSeparately({ api, plan, body, bodyType }: Call): RecordBody[] | undefined {
  if (hasProfile(api) || typeof body !== 'object' || body === null || !placeOfSeveral({ api, plan })) return undefined;
  const [place, other] = findSentPlaces(plan, api.document, bodyType ?? '').filter(
    (name) => (body as RecordBody)[name] !== undefined,
  );
  const sent = place === undefined || other !== undefined ? undefined : (body as RecordBody)[place];
  if (!Array.isArray(sent) || sent.length < 2) return undefined;
  if (sent.length > most) throw invalidFields([bodyIssue(place ?? '', 'maxItems', { limit: most })]);
  return sent.filter((each) => typeof each === 'object' && each !== null && !Array.isArray(each)) as RecordBody[];
}

/** Creates each of them, or none, and answers them in the list of the response. */
export async function createSeveral(
  call: Call,
  bodies: RecordBody[],
  createOne: (call: Call) => Promise<StoredRecord>,
): Promise<Answer> {
  const { api, plan, url } = call;
  const { status, mediaType, schema } = plan.success;
  const place = placeOfSeveral(call) ?? [];
  return inTransaction(call.db, async (db) => {
    const made: unknown[] = [];
    for (const body of bodies) made.push((await createOne({ ...call, db, body })).body);
    const item = schemaAt(api.document, schema, [...place, '0']);
    const items = made.map((body) => showToCaller(call, item, body));
    const count = items.length;
    const page = { limit: count, offset: 0, count, total: count, hasMore: false };
    return { status, mediaType, body: wrap(api.document, schema, place, items, { url, page, queries: {} }) };
  });
}

/** The list of records in the response of a creation: the one that it is the element of, or the one beside it of its kind. */
function placeOfSeveral({ api, plan }: Pick<Call, 'api' | 'plan'>): RecordPlace | undefined {
  const { schema, recordAt = [] } = plan.success;
  if (recordAt.at(-1) === '0') return recordAt.slice(0, -1);
  const around = recordAt.slice(0, -1);
  const { ref } = shapeOf(api.document, schemaAt(api.document, schema, recordAt));
  const { properties } = shapeOf(api.document, schemaAt(api.document, schema, around));
  const list = Object.keys(properties).find((name) => {
    const { types, items } = shapeOf(api.document, properties[name]);
    return types.has('array') && ref !== undefined && shapeOf(api.document, items).ref === ref;
  });
  return recordAt.length > 0 && list !== undefined ? [...around, list] : undefined;
}
