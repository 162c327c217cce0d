import type { Answer } from '../../answers/answer.ts';
import { notFound } from '../../answers/refusal.ts';
import type { SentFile } from '../../dialect/formats/sent-file.ts';
import type { ResourceRules } from '../../dialect/profile.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { rulesOf } from '../../dialect/rules-of.ts';
import type { ParameterValues } from '../../openapi/validator.ts';
import { askedValues } from '../../plan/asked-parameters.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { parentKey } from '../../plan/parent-key.ts';
import type { OperationPlan, Resource } from '../../plan/plan-types.ts';
import { findSentPlaces, withoutWrapper } from '../../plan/sent-place.ts';
import { findOrAssume, isAccount, isAssumed } from '../../records/assumed-records.ts';
import { findRecord, type Place, type StoredRecord } from '../../records/find-record.ts';
import type { ServerValues } from '../../records/make-record.ts';
import type { Sandbox } from '../../records/sandbox.ts';
import { factsOfFile, filesAsFields } from './file-fields.ts';
import type { GivenToken } from './give-token.ts';
import { withOwnNames } from './own-names.ts';

/** One valid request to a sandbox. */
export interface Call extends Sandbox {
  plan: OperationPlan;
  requestId: string;
  parameters: ParameterValues;
  body: unknown;
  /** By what a new record names those of its path. */
  linked?: RecordBody;
  /** The ids of a list in the record above, where that has them. */
  named?: unknown[];
  /** Where the request is one for a token: what it is given. */
  token?: GivenToken | undefined;
  /** What the header has that filters a list, of which only the document's text tells. */
  toldFilter?: string | undefined;
  /** The media type of the body, if any. */
  bodyType?: string;
  /** The files of a form, by property; a body that is kept as it is under the empty name. */
  files?: Record<string, SentFile[]> | undefined;
  /** The media type that the caller prefers, among those of the operation. */
  mediaType?: string;
  /** The full URL of the request, as the caller sees it. */
  url: string;
}

/** Implements the operations of one role. */
export type Behaviour = (call: Call) => Promise<Answer>;

export function resourceOf({ plan }: Call): Resource {
  if (!plan.resource) throw new Error(`${plan.operation.id} has no resource.`);
  return plan.resource;
}

/** The profile's rules for the call's records. */
export function rulesOfCall(call: Call): ResourceRules {
  return rulesOf(call.api.profile, resourceOf(call).store);
}

/** The place of the call's records; refuses when a record above it does not exist. */
export async function placeOfCall(call: Call): Promise<Place> {
  const { api, workspaceId, plan } = call;
  const { parents, steps = parents } = plan;
  const values = parentValues(call);
  const last = steps.at(-1);
  if (last?.store) {
    const parent = steps.length > 1 ? parentKey(steps.slice(0, -1), values) : undefined;
    const above: Place = { workspaceId, api: api.slug, store: last.store, parent };
    const id = values[last.parameter] as string;
    const resource = api.plan.resources.get(last.store) as Resource;
    const address = { place: above, parents: steps.slice(0, -1) };
    const isThere =
      (await findRecord(call.db, above, id)) ||
      (await isAccount(call, above, id)) ||
      (await isAssumed(call.db, resource, address, id));
    if (!isThere) throw notFound(id);
  }
  const place: Place = { workspaceId, api: api.slug, store: resourceOf(call).store };
  return parents.length > 0 ? { ...place, parent: parentKey(parents, values) } : place;
}

/** The record that the path names; refuses when it does not exist. */
export async function getRecord(call: Call, place: Place): Promise<StoredRecord> {
  const id = idOfCall(call);
  const address = { place, parents: call.plan.parents };
  const record = await findOrAssume(call, resourceOf(call), address, assumedValues(call, id));
  if (!record) throw notFound(id);
  return record;
}

export function idOfCall(call: Call): string {
  const { plan, parameters } = call;
  if (plan.idFrom) {
    const { in: place, name, prefix = '' } = plan.idFrom;
    const sent = String((place === 'query' ? parameters.query : askedValues(call.body))[name] ?? '');
    // An id alone is no secret.
    return sent.startsWith(prefix) ? sent.slice(prefix.length) : `${prefix}${sent}`;
  }
  return String(parameters.path[plan.idParameter ?? '']);
}

/** The parameters that name what is above the call's records. */
export function parentValues({ plan, parameters, body }: Call): Record<string, string> {
  const { parents, steps = parents } = plan;
  const asked = steps.some(({ isAsked }) => isAsked) ? { ...parameters.query, ...askedValues(body) } : {};
  return Object.fromEntries(
    steps.map(({ parameter, isAsked }) => [
      parameter,
      String((isAsked ? asked[parameter] : parameters.path[parameter]) ?? ''),
    ]),
  );
}

/** The known values of a record that is assumed to exist. */
export function assumedValues(call: Call, id: string): ServerValues {
  return { id, ...clockOf(call), parents: parentValues(call) };
}

/** The time of a call, and how its API writes it. */
export function clockOf({ api, now }: Pick<Call, 'api' | 'now'>): Pick<ServerValues, 'now' | 'times'> {
  return { now, times: api.profile.times };
}

/** The fields that a body sets, by the names and with the files that the record has. */
export function bodyOf({ api, plan, body, bodyType, files, linked }: Call): RecordBody {
  const sent = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as RecordBody) : {};
  if (!plan.resource) return sent;
  const { schema } = plan.resource;
  const isOwn = hasProfile(api);
  const fields = isOwn ? sent : withoutWrapper(sent, findSentPlaces(plan, api.document, bodyType ?? ''));
  const own = isOwn ? fields : withOwnNames(api.document, schema, fields);
  if (!files && !linked) return own;
  return { ...own, ...(files && filesAsFields(api.document, schema, files)), ...withSent(linked, own) };
}

/** The lists of those that a record names have what was sent, too. */
function withSent(linked: RecordBody = {}, sent: RecordBody): RecordBody {
  const both = (name: string, value: unknown) => {
    const others = sent[name];
    return Array.isArray(value) && Array.isArray(others) ? [...others, ...value] : value;
  };
  return Object.fromEntries(Object.entries(linked).map(([name, value]) => [name, both(name, value)]));
}

/** What is known of a record from the file that was sent for it. */
export function knownOf(call: Call): RecordBody {
  const { api, plan, files } = call;
  return files && plan.resource
    ? factsOfFile(api.document, plan.resource.schema, { files, body: bodyOf({ ...call, files: undefined }) })
    : {};
}
