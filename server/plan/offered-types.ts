import { isJson } from '../../wire/media-types.ts';
import { writtenTypes } from '../dialect/formats/format.ts';
import type { Profile } from '../dialect/profile.ts';
import { memoize } from '../openapi/memoize.ts';
import type { OperationPlan } from './plan-types.ts';
import { sentTypeOf } from './success-response.ts';

/** The media types in which an operation can answer, the usual one first: its document's, and the profile's formats. */
export const offeredTypes = memoize(({ success }: OperationPlan, { formats }: Profile): string[] => {
  const { content = {} } = success;
  const sentAs = sentTypeOf(success);
  if (!sentAs) return [];
  return [...new Set([sentAs, ...(isJson(sentAs) ? writtenTypes(formats) : []), ...Object.keys(content)])];
});
