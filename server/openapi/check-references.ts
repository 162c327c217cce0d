import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import { type Fault, pointerOf } from './faults.ts';
import type { Source } from './read-source.ts';
import { findByPointer, segmentsOfReference } from './resolve.ts';
import { walkNodes } from './walk-nodes.ts';

/** A reference of a document. */
export interface Reference {
  text: string;
  /** The way to its `$ref`. */
  at: string[];
  /** The way to its target; undefined if that is not in the document's own space. */
  target: string[] | undefined;
}

/** Lists the references of a document; data (examples, defaults) is skipped. */
export function listReferences(document: unknown): Reference[] {
  const found: Reference[] = [];
  walkNodes(document, ({ $ref: text }, path) => {
    if (typeof text === 'string') found.push({ text, at: [...path, '$ref'], target: segmentsOfReference(text) });
  });
  return found;
}

/** The fault of a reference that points outside the document or to nothing; undefined if it has none. */
export function findFault(source: Source, { text, at }: Reference): Fault | undefined {
  const why = source.refused?.get(pointerOf(at));
  if (why) return source.fault(pointerOf(at), why.message, why.remedy);
  if (!text.startsWith('#')) return source.fault(pointerOf(at), pointsOutside(text), moveItHere);
  if (findByPointer(source.value, text) !== undefined) return undefined;
  return source.fault(pointerOf(at), hasNoTarget(text), defineTarget(text.split('/').at(-1) ?? ''));
}

/** The fault of a reference whose target is left out because of a fault of its own. */
export function faultOfTarget(source: Source, { text, at }: Reference): Fault {
  return source.fault(pointerOf(at), targetHasFault(text), correctTarget);
}

const pointsOutside = (reference: string): Texts => say('documents.reference-outside', { reference });
const moveItHere: Texts = say('documents.move-target');
const targetHasFault = (reference: string): Texts => say('documents.target-faulty', { reference });
const correctTarget: Texts = say('documents.correct-target');
const hasNoTarget = (reference: string): Texts => say('documents.no-target', { reference });
const defineTarget = (name: string): Texts => say('documents.define-target', { name });
