import { faultOfTarget, findFault, listReferences, type Reference } from '../check-references.ts';
import { checkStructure, type StructureFault } from '../check-structure.ts';
import { DocumentFaults, type Fault, pointerOf, pointerSegments } from '../faults.ts';
import { methods } from '../operations.ts';
import type { Source } from '../read-source.ts';
import { type Change, changePlaces } from './change-places.ts';
import { checkParts, ofSwagger } from './check-parts.ts';
import { findRepair } from './repair-structure.ts';

/** A document without the parts that have faults. */
export interface ClearedDocument {
  value: unknown;
  faults: Fault[];
  /** What was taken out or repaired, one round after the other. */
  rounds: Change[][];
}

/**
 * Takes out of a document what has faults of its structure or references, as little as can be: a key, else the operation, the
 * component with all that refers to it, or a text about the API. Throws DocumentFaults where a document cannot be without the part,
 * or no operation is left.
 */
export function clearFaults(source: Source): ClearedDocument {
  const cleared: ClearedDocument = { value: source.value, faults: [...source.faults], rounds: [] };
  const dropped = new Set<string>();
  for (;;) {
    const { value } = cleared;
    const current = { ...source, value };
    const references = listReferences(value);
    const structure = findStructureFaults(current);
    const wrong = references.flatMap((reference) => findFault(current, reference) ?? []);
    if (structure.length === 0 && wrong.length === 0) return checkRest(cleared);
    const lost: Fault[] = [];
    const changes: Change[] = [];
    const quiet = new Set<Fault>();
    for (const found of structure) {
      const part = repairablePlace(pointerSegments(found.pointer));
      const repair = findRepair(current, found, part);
      const isToTell = !isConsequence(found, dropped);
      if (!isToTell) quiet.add(found.fault);
      if (!repair) lost.push(found.fault);
      else if (isToTell) cleared.faults.push({ ...repair.fault, ...operationAt(part), leftOut: 'part' });
      if (repair) changes.push({ place: repair.place, to: repair.to });
    }
    for (const { place, to } of changes) if (!to) dropped.add(pointerOf(place));
    const removed = listLost(cleared, [...lost, ...wrong], quiet);
    removed.push(...listReferring(cleared, source, references, removed));
    changes.push(...removed.map((place) => ({ place })));
    cleared.value = changePlaces(value, changes);
    cleared.rounds.push(changes);
    // A round that changes nothing would be the next one, too.
    if (cleared.value === value) throw new DocumentFaults(byLine(cleared.faults));
  }
}

/** The same document in another language, of which other texts are wrong, or none. */
export function clearAlike(value: unknown, { rounds }: ClearedDocument): unknown {
  return rounds.reduce<unknown>(changePlaces, value);
}

/** What is around a key that was taken out may now lack it; that is no fault of its author's. */
function isConsequence({ pointer, keyword, params }: StructureFault, dropped: ReadonlySet<string>): boolean {
  if (keyword === 'required') return dropped.has(pointer + pointerOf([String(params.missingProperty)]));
  return [...dropped].some((each) => each.startsWith(`${pointer}/`) && !each.slice(pointer.length + 1).includes('/'));
}

/** Those of the parts, and those of the document as a whole that it cannot be without. */
function findStructureFaults(source: Source): StructureFault[] {
  const ofWhole = checkStructure(source);
  if (ofWhole.length === 0 || ofWhole[0]?.keyword === 'openapi') return ofWhole;
  const ofParts = checkParts(source);
  const known = new Set(ofParts.map(({ pointer }) => pointer));
  const isSpareable = ({ pointer }: StructureFault) => spareablePlace(pointerSegments(pointer)) !== undefined;
  const others = ofWhole.filter((found) => !known.has(found.pointer) && (known.size === 0 || !isSpareable(found)));
  return [...others, ...ofParts];
}

/** Notes faults, and returns the places to take out for them. */
function listLost(cleared: ClearedDocument, found: readonly Fault[], quiet = new Set<Fault>()): string[][] {
  const places = new Map<string, string[]>();
  let isServed = true;
  for (const fault of found) {
    const place = spareablePlace(pointerSegments(fault.pointer ?? ''));
    if (!quiet.has(fault)) cleared.faults.push({ ...fault, ...operationAt(place) });
    if (place) places.set(pointerOf(place), place);
    else isServed = false;
  }
  if (!isServed) throw new DocumentFaults(byLine(cleared.faults));
  return [...places.values()];
}

/** Notes what refers to a part that is to be taken out, what refers to that, and so on: a document is not searched for each. */
function listReferring(
  cleared: ClearedDocument,
  source: Source,
  references: readonly Reference[],
  removed: readonly string[][],
): string[][] {
  const byTarget = new Map<string, Reference[]>();
  for (const reference of references)
    for (const pointer of partsAround(reference.target ?? []))
      byTarget.getOrInsertComputed(pointer, () => []).push(reference);
  const gone = new Set(removed.map(pointerOf));
  const found: string[][] = [];
  let last = removed;
  while (last.length > 0) {
    const referring = new Set(last.flatMap((place) => byTarget.get(pointerOf(place)) ?? []));
    const left = [...referring].filter(({ at }) => !partsAround(at).some((pointer) => gone.has(pointer)));
    last = listLost(
      cleared,
      left.map((reference) => faultOfTarget(source, reference)),
    );
    found.push(...last);
    for (const place of last) gone.add(pointerOf(place));
  }
  return found;
}

/** The pointers of the parts that a place may be in: none is deeper than an operation or a component. */
function partsAround(place: readonly string[]): string[] {
  return [1, 2, 3].filter((length) => length <= place.length).map((length) => pointerOf(place.slice(0, length)));
}

/** A document that had nothing but what has faults is refused. */
function checkRest(cleared: ClearedDocument): ClearedDocument {
  const { value, faults } = cleared;
  const { paths = {}, webhooks = {} } = value as Record<'paths' | 'webhooks', object | undefined>;
  const keys = Object.values(paths).flatMap((item) => Object.keys((item as object | null) ?? {}));
  const isLeft = keys.some((key) => key === '$ref' || methods.some((method) => method === key));
  if (faults.length > 0 && !isLeft && Object.keys(webhooks).length === 0) throw new DocumentFaults(byLine(faults));
  return { ...cleared, faults: byLine(faults) };
}

function byLine(faults: Fault[]): Fault[] {
  return faults.sort((a, b) => a.line - b.line);
}

/** Without these, an API is another. */
const needed = new Set([
  'openapi',
  'swagger',
  'paths',
  ...ofSwagger,
  'components',
  'servers',
  'security',
  'title',
  'version',
]);

/** The smallest part around a place that a document can be without; undefined if there is none. */
function spareablePlace(place: string[]): string[] | undefined {
  const [root = '', name, third] = place;
  if (root === 'paths' && third === 'additionalOperations' && place.length > 3) return place.slice(0, 4);
  if (root === 'paths' && name !== undefined) return place.slice(0, methods.some((method) => method === third) ? 3 : 2);
  if (root === 'components' && name !== undefined) return place.slice(0, 3);
  if ((root === 'webhooks' || ofSwagger.has(root)) && name !== undefined) return place.slice(0, 2);
  if (root === 'info') return name === undefined || needed.has(name) ? undefined : place.slice(0, 2);
  return root === '' || needed.has(root) ? undefined : place.slice(0, 1);
}

/** The part around a place inside which something may be left out: an API can be without one of its servers, but not without all. */
function repairablePlace(place: string[]): string[] | undefined {
  return place[0] === 'servers' ? place.slice(0, 1) : spareablePlace(place);
}

function operationAt(place: string[] | undefined): Pick<Fault, 'operation'> {
  const [root, path, third, fourth] = place ?? [];
  const method = third === 'additionalOperations' ? fourth : third;
  if (root !== 'paths' || path === undefined) return {};
  return { operation: method === undefined ? path : `${method.toUpperCase()} ${path}` };
}
