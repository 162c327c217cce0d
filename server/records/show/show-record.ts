import type { RecordBody } from '../../dialect/record-body.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { linkRecord } from './link-record.ts';
import { withoutHidden } from './older-shape.ts';
import { showAs } from './show-as.ts';

/** A record as the API's own responses show it, for use outside a request. */
export function showRecord(api: ServedApi, store: string, record: RecordBody, baseUrl: string): RecordBody {
  const resource = api.plan.resources.get(store);
  if (!resource) throw new Error(`${api.slug} has no store "${store}".`);
  const shown = showAs(api.document, resource.schema, withoutHidden(resource, record)) as RecordBody;
  return linkRecord(api, resource, resource.schema, shown, { baseUrl, ids: {} });
}
