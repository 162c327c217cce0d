import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import { type Fault, pointerOf } from './faults.ts';
import type { Source } from './read-source.ts';
import { findByPointer, segmentsOfReference } from './resolve.ts';
import { holdNamed } from './schema-keywords.ts';

/** What holds its contents by names of the author's choice; a name is no keyword, whatever it is. */
const maps = new Set([
  ...holdNamed,
  'schemas',
  'responses',
  'parameters',
  'headers',
  'requestBodies',
  'securitySchemes',
  'links',
  'callbacks',
  'pathItems',
  'paths',
  'content',
  'webhooks',
  'encoding',
]);
const data = new Set(['example', 'default', 'const', 'enum', 'value']);

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
  const visit = (node: unknown, path: string[], inMap: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) visit(item, [...path, String(index)], false);
      return;
    }
    for (const [key, child] of Object.entries(node)) {
      const childPath = [...path, key];
      if (inMap) visit(child, childPath, false);
      else if (key === '$ref' && typeof child === 'string')
        found.push({ text: child, at: childPath, target: segmentsOfReference(child) });
      else if (!data.has(key) && !key.startsWith('x-')) visit(child, childPath, maps.has(key) || key === 'examples');
    }
  };
  visit(document, [], false);
  return found;
}

/** The fault of a reference that points outside the document or to nothing; undefined if it has none. */
export function findFault(source: Source, { text, at }: Reference): Fault | undefined {
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
