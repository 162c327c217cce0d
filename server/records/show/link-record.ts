import type { RecordBody } from '../../dialect/record-body.ts';
import type { Schema } from '../../openapi/document-types.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import type { Resource } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { findLinks } from './find-links.ts';

/** The context of links: the API's address, and the ids in the path of a request, if any. */
export interface LinkBase {
  baseUrl: string;
  ids: Record<string, unknown>;
}

/** Adds links to a record, and to embedded ones, wherever the schema has a property for them. */
export function linkRecord(
  api: ServedApi,
  resource: Resource,
  schema: Schema | undefined,
  record: RecordBody,
  { baseUrl, ids }: LinkBase,
): RecordBody {
  const { links } = api.profile;
  if (!links) return record;
  const { properties } = shapeOf(api.document, schema);
  const shown = { ...record };
  const { embeds = {}, references = {} } = api.profile.resources?.[resource.store] ?? {};
  for (const [name, field] of Object.entries(embeds)) {
    const target = api.plan.resources.get(references[field] ?? '');
    const embedded = record[name];
    if (target && typeof embedded === 'object' && embedded !== null)
      shown[name] = linkRecord(api, target, properties[name], embedded as RecordBody, { baseUrl, ids: {} });
  }
  if (links.property in properties) shown[links.property] = links.write(findLinks(api, resource, record, ids, baseUrl));
  return shown;
}
