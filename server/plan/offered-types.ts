import { writtenTypes } from '../dialect/formats/format.ts';
import type { Profile } from '../dialect/profile.ts';
import { memoize } from '../openapi/memoize.ts';
import { isJson } from '../openapi/structured-types.ts';
import type { OperationPlan } from './plan-types.ts';

/** The media types in which an operation can answer, the usual one first: its document's, and the profile's formats. */
export const offeredTypes = memoize(({ success }: OperationPlan, { formats }: Profile): string[] => {
  const { mediaType, content = {}, streams = [] } = success;
  if (!mediaType) return [];
  // A stream of records that is planned as a list is sent as nothing else.
  const isSent = content[mediaType] !== undefined || streams.length === 0;
  const written = isJson(mediaType) ? writtenTypes(formats) : [];
  return [...new Set([...(isSent ? [mediaType] : []), ...written, ...Object.keys(content)])];
});
