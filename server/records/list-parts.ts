import type { RecordBody } from '../dialect/record-body.ts';
import type { Schema } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { findList } from '../plan/find-list.ts';
import { hasProfile } from '../plan/has-profile.ts';
import { singularOf } from '../plan/names.ts';
import type { Resource } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Place } from './find-record.ts';
import { makeId } from './make-id.ts';
import { makeRecord } from './make-record.ts';
import type { Sandbox } from './sandbox.ts';

/** How many parts a list may have to become records: a longer one stays as it was sent, so that little makes no large record. */
const mostParts = 200;

/** A list that a record shows in a wrapper of its own: `{"items": {"data": […], "has_more": false}}`. */
interface PartList {
  key: string;
  item: Resource;
}

/**
 * A record in which lists of parts are as it shows them, where they were sent bare: `items: [{price}]` becomes `items: {data: [{id, price}]}`.
 */
export async function withListParts(
  { db, api, now }: Pick<Sandbox, 'db' | 'api' | 'now'>,
  resource: Resource,
  body: RecordBody,
): Promise<RecordBody> {
  if (hasProfile(api)) return body;
  const whole = { ...body };
  for (const [name, { key, item }] of partListsOf(resource, api)) {
    const sent = body[name];
    if (!Array.isArray(sent) || sent.length > mostParts) continue;
    const parents = { [singularOf(resource.store)]: String(body[resource.idKey ?? ''] ?? '') };
    const parts = sent.map(async (part: unknown, index) => {
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
      const id = item.idType === 'integer' ? String(index + 1) : await makeId(db, api.document, item, nowhere, { now });
      return makeRecord(api.document, item, part as RecordBody, { id, now, times: api.profile.times, parents });
    });
    whole[name] = { [key]: await Promise.all(parts) };
  }
  return whole;
}

/** Parts have no list of their own, from which their ids could follow. */
const nowhere: Place = { workspaceId: '', api: '', store: '' };

const partListsOf = memoize(({ schema }: Resource, { document }: ServedApi): [string, PartList][] =>
  Object.entries(shapeOf(document, schema).properties).flatMap(([name, property]): [string, PartList][] => {
    const { types } = shapeOf(document, property);
    const list = types.has('object') ? findList(document, jsonOf(property), name) : undefined;
    return list?.key && !list.within ? [[name, { key: list.key, item: partOf(document, name, list.item) }]] : [];
  }),
);

function partOf(document: ServedApi['document'], store: string, schema: Schema | undefined): Resource {
  const { id } = shapeOf(document, schema).properties;
  const isNumber = id !== undefined && shapeOf(document, id).types.has('integer');
  return { store, schema, idType: isNumber ? 'integer' : 'string', ...(id && { idKey: 'id', idSchema: id }) };
}

function jsonOf(schema: Schema) {
  return { status: 200, mediaType: 'application/json', schema };
}
