import type { MediaTypeData } from '../documents/operation-data.ts';
import type { Part } from './schema-parts.ts';

/** The HTML id of a parameter. */
export function placeOfParameter(parameter: { in: string; name: string }): string {
  return `${parameter.in}-${parameter.name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

/** The HTML id of a part of a value, below the value's own; the items of a list share the list's. */
export function placeOf(id: string, { place }: Part): string {
  return place === undefined ? id : `${id}.${place}`;
}

/** The prefix of the HTML ids of a body; its first media type has the plain one. */
export function placeOfMediaType(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

/** The prefix of the HTML ids of the items of a stream; a media type that has a schema besides keeps the plain one for that. */
export function placeOfStreamItem(id: string, { schema }: MediaTypeData): string {
  return schema ? `${id}.item` : id;
}
