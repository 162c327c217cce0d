import { checkReferences } from '../check-references.ts';
import { checkStructure } from '../check-structure.ts';
import { DocumentFaults, type Fault, pointerOf, pointerSegments } from '../faults.ts';
import { methods } from '../operations.ts';
import type { Source } from '../read-source.ts';
import { withoutPlace } from './without-place.ts';

/** A document without the parts that have faults. */
export interface ClearedDocument {
  value: unknown;
  faults: Fault[];
  /** The places that were taken out, as JSON pointers. */
  removed: string[];
}

/** What is taken out leaves references without a target; a document where that does not end is refused. */
const rounds = 50;

/**
 * Takes out of a document what has faults of its structure or references: the operation, the component with all that refers to
 * it, or a text about the API. Throws DocumentFaults where a document cannot be without the part, or no operation is left.
 */
export function clearFaults(source: Source): ClearedDocument {
  const cleared: ClearedDocument = { value: source.value, faults: [], removed: [] };
  for (let round = 0; round < rounds; round++) {
    const current = { ...source, value: cleared.value };
    const found = [...checkStructure(current), ...checkReferences(current, cleared.removed)];
    if (found.length === 0) return checkRest(cleared);
    const places = found.map(({ pointer = '' }) => spareablePlace(pointerSegments(pointer)));
    for (const [index, fault] of found.entries()) cleared.faults.push({ ...fault, ...operationAt(places[index]) });
    if (places.includes(undefined)) break;
    for (const place of places.flatMap((spare) => (spare ? [spare] : []))) {
      cleared.value = withoutPlace(cleared.value, place);
      cleared.removed.push(pointerOf(place));
    }
  }
  throw new DocumentFaults(byLine(cleared.faults));
}

/** A document that had nothing but what has faults is refused. */
function checkRest({ value, faults, removed }: ClearedDocument): ClearedDocument {
  const { paths = {}, webhooks = {} } = value as Record<'paths' | 'webhooks', object | undefined>;
  const keys = Object.values(paths).flatMap((item) => Object.keys((item as object | null) ?? {}));
  const isLeft = keys.some((key) => key === '$ref' || methods.some((method) => method === key));
  if (faults.length > 0 && !isLeft && Object.keys(webhooks).length === 0) throw new DocumentFaults(byLine(faults));
  return { value, faults: byLine(faults), removed };
}

function byLine(faults: Fault[]): Fault[] {
  return faults.sort((a, b) => a.line - b.line);
}

/** Without these, an API is another. */
const needed = new Set(['openapi', 'paths', 'components', 'servers', 'security', 'title', 'version']);

/** The smallest part around a place that a document can be without; undefined if there is none. */
function spareablePlace(place: string[]): string[] | undefined {
  const [root = '', name, third] = place;
  if (root === 'paths' && name !== undefined) return place.slice(0, methods.some((method) => method === third) ? 3 : 2);
  if (root === 'components' && name !== undefined) return place.slice(0, 3);
  if (root === 'webhooks' && name !== undefined) return place.slice(0, 2);
  if (root === 'info') return name === undefined || needed.has(name) ? undefined : place.slice(0, 2);
  return root === '' || needed.has(root) ? undefined : place.slice(0, 1);
}

function operationAt(place: string[] | undefined): Pick<Fault, 'operation'> {
  const [root, path, method] = place ?? [];
  if (root !== 'paths' || path === undefined) return {};
  return { operation: method === undefined ? path : `${method.toUpperCase()} ${path}` };
}
