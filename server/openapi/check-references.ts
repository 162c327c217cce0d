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

/**
 * Lists references that point outside the document or to nothing; data (examples, defaults) is skipped. `removed` are the places
 * that were taken out because of faults of their own.
 */
export function checkReferences(source: Source, removed: readonly string[] = []): Fault[] {
  const faults: Fault[] = [];
  const visit = (node: unknown, path: (string | number)[], inMap: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) visit(item, [...path, index], false);
      return;
    }
    for (const [key, child] of Object.entries(node)) {
      const childPath = [...path, key];
      if (inMap) visit(child, childPath, false);
      else if (key === '$ref' && typeof child === 'string')
        faults.push(...checkReference(source, child, pointerOf(childPath), removed));
      else if (!data.has(key) && !key.startsWith('x-')) visit(child, childPath, maps.has(key) || key === 'examples');
    }
  };
  visit(source.value, [], false);
  return faults;
}

function checkReference(source: Source, reference: string, at: string, removed: readonly string[]): Fault[] {
  if (!reference.startsWith('#')) return [source.fault(at, pointsOutside(reference), moveItHere)];
  if (findByPointer(source.value, reference) !== undefined) return [];
  const target = pointerOf(segmentsOfReference(reference) ?? []);
  if (removed.some((place) => target === place || target.startsWith(`${place}/`)))
    return [source.fault(at, targetHasFault(reference), correctTarget)];
  const name = reference.split('/').at(-1) ?? '';
  return [source.fault(at, hasNoTarget(reference), defineTarget(name))];
}

const pointsOutside = (reference: string): Texts => ({
  en: `The reference ${reference} points outside the document.`,
  pt: `A referência ${reference} aponta para fora do documento.`,
});
const moveItHere: Texts = {
  en: 'Move its target into components and refer to it as #/components/….',
  pt: 'Mova o alvo para components e use a referência #/components/….',
};
const targetHasFault = (reference: string): Texts => ({
  en: `The target of ${reference} has a fault.`,
  pt: `O alvo de ${reference} tem um erro.`,
});
const correctTarget: Texts = { en: 'Correct that fault first.', pt: 'Corrija primeiro aquele erro.' };
const hasNoTarget = (reference: string): Texts => ({
  en: `The reference ${reference} has no target.`,
  pt: `A referência ${reference} não tem alvo.`,
});
const defineTarget = (name: string): Texts => ({
  en: `Define ${name} there, or correct the name.`,
  pt: `Defina ${name} ali ou corrija o nome.`,
});
