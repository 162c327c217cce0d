import { jsonPatch } from '../../dialect/patches/json-patch.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { Schema } from '../../openapi/document-types.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { memoize } from '../../openapi/memoize.ts';
import { numberInText } from '../../openapi/number-in-text.ts';
import { shapeOf, typeOf } from '../../openapi/schema-shape.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { plain } from '../../plan/names.ts';
import { findReferenceKey } from '../../plan/reference-key.ts';
import { findSentPlaces } from '../../plan/sent-place.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { findIn } from '../../records/complete-record.ts';
import { resourceNamedBy, resourceShownBy } from '../resource-shown.ts';
import type { Call } from './call.ts';

const writing = new Set(['create', 'replace', 'change', 'write-singleton', 'write-many', 'act']);

/** How many references of one request are looked up and shown in full: the others are ids alone, so that a small request makes no large record. */
const mostReferences = 200;

/** What a record shows at a property, where it is another record. */
interface Reference {
  name: string;
  property: Schema;
  /** Whether it is a list of them. */
  isList: boolean;
}

/**
 * The call with records where its body has their ids, and the record shows objects: `{"workspace": "12"}` becomes
 * `{"workspace": {"gid": "12", "name": …}}`. An id that is sent and shown by two names (`size`, `size_slug`) has both.
 */
export async function withReferences(call: Call): Promise<Call> {
  const { api, plan, body, bodyType = '' } = call;
  const { schema } = plan.resource ?? {};
  if (!schema || !writing.has(plan.role) || hasProfile(api) || bodyType === jsonPatch) return call;
  const references = referencesOf(schema, api);
  const ids = idsAbove(call);
  if (references.size === 0) return ids ? { ...call, linked: ids } : call;
  const wrappers = new Set(findSentPlaces(plan, api.document, bodyType));
  let left = mostReferences;
  const linked = ids && ((await within(ids, false)) as RecordBody);
  return { ...call, body: await within(body, true), ...(linked && { linked }) };

  async function within(value: unknown, isOuter: boolean): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((each) => within(each, isOuter)));
    if (typeof value !== 'object' || value === null) return value;
    const shown: RecordBody = { ...value };
    for (const [name, sent] of Object.entries(value)) {
      if (isOuter && wrappers.has(name)) shown[name] = await within(sent, false);
      else Object.assign(shown, await shownFor(name, sent, value as RecordBody));
    }
    return shown;
  }

  /** What the record shows for an id, or for a list of ids. */
  async function shownFor(name: string, sent: unknown, around: RecordBody): Promise<RecordBody> {
    const found: RecordBody = {};
    const { properties } = shapeOf(api.document, schema);
    const target = references.get(plain(name)) ?? references.get(plain(name).replace(/(id|slug|key|code)s?$/, ''));
    // An id that the record has by its own name is shown as that.
    const isOther = !Object.hasOwn(properties, name) && target && !Object.hasOwn(around, target.name);
    if (target && (target.name === name || isOther)) {
      const { isList, property } = target;
      if (!isList && isSingle(sent)) found[target.name] = await recordOf(target, property, sent);
      const { items } = shapeOf(api.document, property);
      if (isList && items && Array.isArray(sent) && sent.length > 0 && sent.every(isSingle))
        found[target.name] = await Promise.all(sent.map((each) => recordOf(target, items, each)));
      if (found[target.name] === undefined) delete found[target.name];
    }
    for (const twin of isSingle(sent) && target?.name === name ? ['id', 'slug', 'key', 'code'] : []) {
      const own = `${name}_${twin}`;
      if (Object.hasOwn(properties, own) && !Object.hasOwn(around, own) && isOfType(properties[own], sent))
        found[own] = sent;
    }
    return found;
  }

  async function recordOf({ name }: Reference, shape: Schema, id: unknown): Promise<unknown> {
    // Where an id is shown as it is, it stays.
    if (api.validator.response(shape, id).length === 0) return id;
    const key = findReferenceKey(api.document, shape, typeof id);
    if (key === undefined) return undefined;
    if (left <= 0) return { [key]: id };
    left -= 1;
    const resource = resourceShownBy(shape, api) ?? resourceNamedBy(name, api);
    const found = resource ? await findIn(call)(resource.store, id) : undefined;
    const { properties } = shapeOf(api.document, shape);
    const known = Object.entries(found ?? {}).filter(([own]) => Object.hasOwn(properties, own));
    const example = exampleOf(api.document, shape, { direction: 'response', name });
    return { ...(typeof example === 'object' ? example : {}), ...Object.fromEntries(known), [key]: id };
  }

  function isOfType(property: Schema | undefined, value: unknown): boolean {
    return property !== undefined && api.validator.response(property, value).length === 0;
  }
}

/** The ids in the path of a creation, by the properties in which the record names them. */
function idsAbove({ api, plan, parameters }: Call): RecordBody | undefined {
  const { role, links = [], resource } = plan;
  const own = links.filter(({ isAbove }) => !isAbove);
  if (own.length === 0 || (role !== 'create' && role !== 'write-many')) return undefined;
  const { properties } = shapeOf(api.document, resource?.schema);
  const named = own.map(({ parameter, property, key, isList }) => {
    const id = String(parameters.path[parameter]);
    const shape = isList ? shapeOf(api.document, properties[property]).items : properties[property];
    const value = (key === undefined ? numberInText(api.document, shape, id) : undefined) ?? id;
    return [property, isList ? [value] : value] as const;
  });
  return Object.fromEntries(named);
}

/** The properties of a record that show other records, by their names without punctuation. */
const referencesOf = memoize((schema: Schema, { document }: ServedApi): Map<string, Reference> => {
  const { properties } = shapeOf(document, schema);
  const found = Object.entries(properties).flatMap(([name, property]): [string, Reference][] => {
    const { items } = shapeOf(document, property);
    const isList = typeOf(document, property) === 'array';
    const shape = isList ? items : property;
    const isReference = shape && ['string', 'number'].some((type) => findReferenceKey(document, shape, type));
    return isReference ? [[plain(name), { name, property, isList }]] : [];
  });
  return new Map(found);
});

function isSingle(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'bigint';
}
