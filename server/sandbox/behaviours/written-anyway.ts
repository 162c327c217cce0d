import type { RecordBody } from '../../dialect/record-body.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { readOnlyProperties } from '../../records/make-record.ts';
import { bodyOf, type Call, resourceOf } from './call.ts';

/**
 * What a request writes although the record has it as read-only: the schema of the request is the one that says so, and whatever that
 * forbids was taken out before. An id stays what it is.
 */
export function writtenAnyway(call: Call): RecordBody {
  if (hasProfile(call.api)) return {};
  const resource = resourceOf(call);
  const readOnly = readOnlyProperties(call.api.document, resource);
  return Object.fromEntries(
    Object.entries(bodyOf(call)).filter(([name]) => readOnly.has(name) && name !== resource.idKey),
  );
}
