import type { Answer } from '../../answers/answer.ts';
import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { isMeantId } from '../../plan/is-meant-id.ts';
import type { RecordToken } from '../../plan/plan-types.ts';
import { declaresHeader } from '../../plan/success-response.ts';
import { createRecord } from '../../records/create-record.ts';
import { findRecord, type Place, type StoredRecord } from '../../records/find-record.ts';
import { readOnlyProperties } from '../../records/make-record.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, bodyOf, type Call, knownOf, parentValues, placeOfCall, resourceOf } from './call.ts';
import { checkReferences } from './check-references.ts';
import { keepSent } from './contents.ts';
import { createSeveral, sentSeparately } from './create-several.ts';
import { doneByCreating } from './done-by-creating.ts';
import { writtenAnyway } from './written-anyway.ts';

/** Creates a record, or all those that the request has in the place of one. */
export const create: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  const several = sentSeparately(call);
  if (several) return createSeveral(call, several, (each) => createOne(each, place));
  const { id, body } = await createOne(call, place);
  await keepSent(call, id);
  const url = urlOf(call, id);
  const { operation, success, resource } = call.plan;
  const isLocated = success.status === 201 || declaresHeader(operation, success.status, 'location');
  const headers = isLocated && resource?.itemPath ? { location: new URL(url).pathname } : undefined;
  if (call.plan.token) return answerToken(call, { id, body }, call.plan.token);
  return answerRecord(call, body, { url, headers });
};

/** Creates a record with a generated id, or with the caller's where callers may write the id property. */
async function createOne(call: Call, place: Place): Promise<StoredRecord> {
  await checkReferences(call);
  return createWithId(call, place, callersId(call));
}

/** The token that names a record from now on, with what the answer has of it, and no more. */
function answerToken(
  call: Call,
  { id, body }: Pick<StoredRecord, 'id' | 'body'>,
  { name, prefix }: RecordToken,
): Answer {
  const { status, mediaType, schema } = call.plan.success;
  const { properties } = shapeOf(call.api.document, schema);
  const known = Object.entries(body).filter(([each]) => Object.hasOwn(properties, each));
  return { status, mediaType, body: { ...Object.fromEntries(known), [name]: `${prefix}${id}` } };
}

/** The address of a new record: by the path of its item (`/things/{id}.json`), else below that of the call. */
function urlOf(call: Call, id: string): string {
  const { plan, baseUrl, url } = call;
  const values = [...Object.values(parentValues(call)), id];
  const places = plan.itemPath?.match(/\{[^}]+\}/g) ?? [];
  if (plan.itemPath === undefined || places.length !== values.length)
    return `${url.split('?')[0]?.replace(/\/$/, '')}/${encodeURIComponent(id)}`;
  return baseUrl + plan.itemPath.replaceAll(/\{[^}]+\}/g, () => encodeURIComponent(values.shift() ?? ''));
}

function callersId(call: Call): string | undefined {
  const resource = resourceOf(call);
  const value = resource.idKey && bodyOf(call)[resource.idKey];
  // `#1` stands for the id that the server will give.
  if (
    value === undefined ||
    value === null ||
    /^#/.test(String(value)) ||
    readOnlyProperties(call.api.document, resource).has(resource.idKey ?? '')
  )
    return undefined;
  return String(value);
}

/** Replaces an id that is taken, unless the caller means it. */
async function createWithId(call: Call, place: Place, id: string | undefined): Promise<StoredRecord> {
  const made = {
    fields: bodyOf(call),
    known: { ...doneByCreating(call), ...knownOf(call), ...writtenAnyway(call) },
    parents: parentValues(call),
  };
  if (id !== undefined) {
    const created = (await isTakenElsewhere(call, place, id))
      ? undefined
      : await createRecord(call, place, { ...made, id });
    if (created) return created;
    const body =
      call.bodyType === undefined ? undefined : call.plan.operation.requestBody?.content[call.bodyType]?.schema;
    if (isMeantId(call.api.document, body, resourceOf(call).idKey ?? '')) throw alreadyExists(id);
  }
  return (await createRecord(call, place, { ...made, aboveChosen: id !== undefined })) as StoredRecord;
}

/** A record with an address that names no parent needs an id that is unique in the whole store. */
async function isTakenElsewhere(call: Call, place: Place, id: string): Promise<boolean> {
  if (!resourceOf(call).standsAlone) return false;
  return (await findRecord(call.db, { ...place, parent: undefined }, id)) !== undefined;
}

function alreadyExists(id: string): Refusal {
  return new Refusal('already_exists', say('records.id-exists', { id }));
}
