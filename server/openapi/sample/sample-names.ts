import type { Schema } from '../document-types.ts';
import { soundEnum } from '../sound-enum.ts';
import { sampleStrings } from './sample-string.ts';

/** More are not made for a sample, whatever its schema requires. */
const mostNames = 20;

/** Names for the properties that a schema does not name, by its patterns and what it says of all names. */
export function sampleNames({ propertyNames, patternProperties }: Schema, count: number): string[] {
  const ofNames = (typeof propertyNames === 'object' && propertyNames !== null ? propertyNames : {}) as Schema;
  const allowed = soundEnum({ ...ofNames, type: 'string' });
  if (allowed) return allowed.map(String);
  const [pattern] = Object.keys((patternProperties ?? {}) as Record<string, Schema>);
  const asked = Math.min(count, mostNames);
  const isFree = pattern === undefined && Object.keys(ofNames).length === 0;
  if (isFree) return Array.from({ length: asked }, (_, index) => `property${index + 1}`);
  return sampleStrings({ ...ofNames, ...(pattern !== undefined && { pattern }) }, asked);
}
