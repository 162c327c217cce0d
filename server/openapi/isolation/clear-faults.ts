import { faultOfTarget, findFault, listReferences, type Reference } from '../check-references.ts';
import { checkStructure, type StructureFault } from '../check-structure.ts';
import { DocumentFaults, type Fault, pointerOf, pointerSegments } from '../faults.ts';
import { isMethod } from '../operations.ts';
import type { Source } from '../read-source.ts';
import { type Change, changePlaces, isWithin } from './change-places.ts';
import { checkParts } from './check-parts.ts';
import { leastPlace, listEmptyChoices } from './least-place.ts';
import { findRepair } from './repair-structure.ts';
import { operationAt, repairablePlace, spareablePlace } from './spareable-place.ts';

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
  /** What dropped parts were in. */
  const around = new Set<string>();
  for (;;) {
    const { value } = cleared;
    const current = { ...source, value };
    const references = listReferences(value);
    const structure = findStructureFaults(current);
    const wrong = references.flatMap((reference) => findFault(current, reference) ?? []);
    const empty = around.size === 0 ? [] : listEmptyChoices(value).filter((place) => isWithin(place, around));
    if (structure.length === 0 && wrong.length === 0 && empty.length === 0) return checkRest(cleared, source);
    const lost: Fault[] = [];
    const changes: Change[] = [];
    const quiet = new Set<Fault>();
    for (const found of structure) {
      const part = repairablePlace(pointerSegments(found.pointer));
      const repair = findRepair(current, found, part);
      const isToTell = !isConsequence(found, dropped, around);
      if (!isToTell) quiet.add(found.fault);
      if (!repair) lost.push(found.fault);
      else if (isToTell) cleared.faults.push({ ...repair.fault, ...operationAt(part), leftOut: 'part' });
      if (repair) changes.push({ place: repair.place, to: repair.to });
    }
    for (const { place, to } of changes) if (!to) dropped.add(pointerOf(place));
    const removed = [...listLost(cleared, lost, quiet), ...listUnreferred(cleared, wrong)];
    removed.push(...listReferring(cleared, source, references, removed));
    for (const place of removed) dropped.add(pointerOf(place));
    changes.push(...[...removed, ...empty].map((place) => ({ place })));
    for (const { place, to } of changes) if (!to) around.add(pointerOf(place.slice(0, -1)));
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
function isConsequence(
  { pointer, keyword, params }: StructureFault,
  dropped: ReadonlySet<string>,
  around: ReadonlySet<string>,
): boolean {
  const isOfOne = keyword === 'required' && !pointer.endsWith('/responses');
  return isOfOne ? dropped.has(pointer + pointerOf([String(params.missingProperty)])) : around.has(pointer);
}

/** Those of the parts, and those of the document as a whole that it cannot be without. */
function findStructureFaults(source: Source): StructureFault[] {
  const ofWhole = checkStructure(source);
  const ofVersion = ofWhole.filter(({ pointer }) => pointer === '/openapi');
  if (ofWhole.length === 0 || ofVersion.length > 0) return ofVersion;
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

/** Notes references that lead nowhere, and returns the least to take out for each. */
function listUnreferred(cleared: ClearedDocument, found: readonly Fault[]): string[][] {
  return found.flatMap((fault) => {
    const at = pointerSegments(fault.pointer ?? '');
    const least = leastPlace(at);
    if (!least) return listLost(cleared, [fault]);
    cleared.faults.push({ ...fault, ...operationAt(spareablePlace(at)), leftOut: 'part' });
    return [least];
  });
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
    const isGone = (at: string[]) =>
      [...partsAround(at), pointerOf(leastPlace(at) ?? [])].some((each) => gone.has(each));
    const left = [...referring].filter(({ at }) => !isGone(at));
    last = listUnreferred(
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

/** A document whose operations all have faults is refused. */
function checkRest(cleared: ClearedDocument, source: Source): ClearedDocument {
  const { value, faults } = cleared;
  if (hasOperations(source.value) && !hasOperations(value)) throw new DocumentFaults(byLine(faults));
  return { ...cleared, faults: byLine(faults) };
}

function hasOperations(document: unknown): boolean {
  const { paths, webhooks } = document as Record<'paths' | 'webhooks', Record<string, object | null> | undefined>;
  const keys = Object.values(paths ?? {}).flatMap((item) => Object.keys(item ?? {}));
  const isOperation = (key: string) => key === '$ref' || key === 'additionalOperations' || isMethod(key);
  return keys.some(isOperation) || Object.keys(webhooks ?? {}).length > 0;
}

function byLine(faults: Fault[]): Fault[] {
  return faults.sort((a, b) => a.line - b.line);
}
