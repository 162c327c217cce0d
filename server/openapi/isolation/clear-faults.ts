import { faultOfTarget, findFault, listReferences, type Reference } from '../check-references.ts';
import { checkStructure } from '../check-structure.ts';
import { DocumentFaults, type Fault, pointerOf, pointerSegments } from '../faults.ts';
import { methods } from '../operations.ts';
import type { Source } from '../read-source.ts';
import { checkParts } from './check-parts.ts';
import { withoutPlaces } from './without-place.ts';

/** A document without the parts that have faults. */
export interface ClearedDocument {
  value: unknown;
  faults: Fault[];
  /** The places that were taken out. */
  removed: string[][];
}

/**
 * Takes out of a document what has faults of its structure or references: the operation, the component with all that refers to
 * it, or a text about the API. Throws DocumentFaults where a document cannot be without the part, or no operation is left.
 */
export function clearFaults(source: Source): ClearedDocument {
  const cleared: ClearedDocument = { value: source.value, faults: [], removed: [] };
  for (;;) {
    const { value } = cleared;
    const current = { ...source, value };
    const references = listReferences(value);
    const structure = checkStructure(current);
    const isServed = structure.every(({ pointer = '' }) => spareablePlace(pointerSegments(pointer)));
    const ofParts = structure.length > 0 && isServed ? checkParts(current) : [];
    const found = [
      ...(ofParts.length > 0 ? ofParts : structure),
      ...references.flatMap((reference) => findFault(current, reference) ?? []),
    ];
    if (found.length === 0) return checkRest(cleared);
    const before = cleared.removed.length;
    listLost(cleared, found);
    listReferring(cleared, source, references);
    cleared.value = withoutPlaces(value, cleared.removed.slice(before));
    // A round that takes out nothing would be the next one, too.
    if (cleared.value === value) throw new DocumentFaults(byLine(cleared.faults));
  }
}

/** Notes faults, and the places to take out for them, which it returns. */
function listLost(cleared: ClearedDocument, found: readonly Fault[]): string[][] {
  const places = new Map<string, string[]>();
  let isServed = true;
  for (const fault of found) {
    const place = spareablePlace(pointerSegments(fault.pointer ?? ''));
    cleared.faults.push({ ...fault, ...operationAt(place) });
    if (place) places.set(pointerOf(place), place);
    else isServed = false;
  }
  if (!isServed) throw new DocumentFaults(byLine(cleared.faults));
  const removed = [...places.values()];
  for (const place of removed) cleared.removed.push(place);
  return removed;
}

/** Notes what refers to a part that is to be taken out, what refers to that, and so on: a document is not searched for each. */
function listReferring(cleared: ClearedDocument, source: Source, references: readonly Reference[]): void {
  const byTarget = new Map<string, Reference[]>();
  for (const reference of references)
    for (const pointer of beginningsOf(reference.target ?? []))
      byTarget.getOrInsertComputed(pointer, () => []).push(reference);
  const gone = new Set(cleared.removed.map(pointerOf));
  let last = [...cleared.removed];
  while (last.length > 0) {
    const referring = new Set(last.flatMap((place) => byTarget.get(pointerOf(place)) ?? []));
    const left = [...referring].filter(({ at }) => !beginningsOf(at).some((pointer) => gone.has(pointer)));
    last = listLost(
      cleared,
      left.map((reference) => faultOfTarget(source, reference)),
    );
    for (const place of last) gone.add(pointerOf(place));
  }
}

/** The pointers of the parts that a place may be in: none is deeper than an operation or a component. */
function beginningsOf(place: readonly string[]): string[] {
  return [1, 2, 3].filter((length) => length <= place.length).map((length) => pointerOf(place.slice(0, length)));
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
