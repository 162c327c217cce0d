import type { Part } from './schema-parts.ts';

/** The HTML id of a parameter. */
export function placeOfParameter(parameter: { in: string; name: string }): string {
  return `${parameter.in}-${parameter.name.replace(/[^\w-]+/g, '-')}`;
}

/** The HTML id of a part of a value, below the value's own; the items of a list share the list's. */
export function placeOf(id: string, { place }: Part): string {
  return place === undefined ? id : `${id}.${place}`;
}
