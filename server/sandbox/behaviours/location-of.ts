import type { RecordBody } from '../../dialect/record-body.ts';
import { getResource } from '../../plan/get-resource.ts';
import { lastSegment } from '../../plan/path-segments.ts';
import type { Call } from './call.ts';

/** The `Location` of a record that an action has made (RFC 9110, 15.3.2), in the version of the call. */
export function locationOf({ api, plan, baseUrl, parameters }: Call, store: string, made: RecordBody): string {
  const { itemPath, idKey } = getResource(api, store);
  if (!itemPath || !idKey) throw new Error(`The records of ${store} have no address.`);
  const { versions } = api.profile;
  const version = versions?.find(plan.operation.path);
  const path = versions && version ? versions.translate(itemPath, version) : itemPath;
  const values = { ...parameters.path, [lastSegment(path)?.parameter ?? '']: made[idKey] };
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  return new URL(baseUrl).pathname + filled;
}
