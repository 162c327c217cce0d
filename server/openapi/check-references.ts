import type { Fault } from './faults.ts';
import { pointerOf } from './faults.ts';
import type { Source } from './read-source.ts';
import { findByPointer } from './resolve.ts';
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

/** Lists references that point outside the document or to nothing; data (examples, defaults) is skipped. */
export function checkReferences(source: Source): Fault[] {
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
      else if (key === '$ref' && typeof child === 'string') checkReference(source, child, childPath, faults);
      else if (!data.has(key) && !key.startsWith('x-')) visit(child, childPath, maps.has(key) || key === 'examples');
    }
  };
  visit(source.value, [], false);
  return faults;
}

function checkReference(source: Source, reference: string, path: (string | number)[], faults: Fault[]): void {
  const at = pointerOf(path);
  if (!reference.startsWith('#')) {
    faults.push(
      source.fault(
        at,
        {
          en: `The reference ${reference} points outside the document.`,
          pt: `A referência ${reference} aponta para fora do documento.`,
        },
        {
          en: 'Move its target into components and refer to it as #/components/….',
          pt: 'Mova o alvo para components e use a referência #/components/….',
        },
      ),
    );
  } else if (findByPointer(source.value, reference) === undefined) {
    const name = reference.split('/').at(-1);
    faults.push(
      source.fault(
        at,
        { en: `The reference ${reference} has no target.`, pt: `A referência ${reference} não tem alvo.` },
        { en: `Define ${name} there, or correct the name.`, pt: `Defina ${name} ali ou corrija o nome.` },
      ),
    );
  }
}
