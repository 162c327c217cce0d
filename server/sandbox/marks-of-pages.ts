import type { Issue } from '../answers/issue.ts';
import { pointerSegments } from '../openapi/faults.ts';
import { findAt } from '../openapi/resolve.ts';
import { meansPage } from './wrapper-meanings.ts';

/**
 * Whether a mark of a page breaks its schema beside the records of a list, as it may: it is missing or empty where there is no such page,
 * and clients put their server before a `next_page_uri`, which is a path.
 */
export function isMarkOfPage({ keyword, pointer }: Issue, body: unknown): boolean {
  const way = pointerSegments(pointer);
  const name = way.at(-1);
  if (name === undefined || way.some((each) => /^\d+$/.test(each)) || !meansPage(name, way.at(-2))) return false;
  const value = findAt(body, way);
  return value === undefined || value === '' || keyword === 'format';
}

/** A copy of a repaired body whose marks of pages, by their issues, are what they were before. */
export function withMarks(repaired: unknown, before: unknown, marks: Issue[]): unknown {
  const copy = structuredClone(repaired);
  for (const { pointer } of marks) {
    const way = pointerSegments(pointer);
    const [name = ''] = way.splice(-1);
    const around = findAt(copy, way);
    if (typeof around !== 'object' || around === null) continue;
    const value = findAt(before, [...way, name]);
    if (value === undefined) delete (around as Record<string, unknown>)[name];
    else (around as Record<string, unknown>)[name] = value;
  }
  return copy;
}
