import { type Holds, holdsOf, type Kind } from '../files/kinds.ts';
import { holdSchemas } from '../schema-keywords.ts';
import { walkNodes } from '../walk-nodes.ts';

/** What a document can be without where they refer to something that is not there; the rest of their holder says the same without. */
const spareable = new Set<Kind>([
  'response',
  'parameter',
  'requestBody',
  'header',
  'example',
  'link',
  'callback',
  'mediaType',
  'encoding',
]);

/** Keywords that say the contrary where their schema allows everything, or decide what else holds. */
const turned = new Set(['not', 'if', 'contains']);
/** Keywords of which one is enough. */
const choices = new Set(['oneOf', 'anyOf']);

/**
 * The least to leave out for a reference that leads nowhere, by the way to its `$ref`: of a schema the reference, so that it allows
 * everything; of what an operation has several of, that one. Undefined where its holder is nothing without it.
 */
export function leastPlace(at: readonly string[]): string[] | undefined {
  const holder = at.slice(0, -1);
  const kind = kindAt(holder);
  if (spareable.has(kind)) return [...holder];
  if (kind !== 'schema') return undefined;
  const [keyword = '', index] = holder.slice(-2);
  if (turned.has(index ?? '') && holdSchemas.has(index ?? '')) return [...holder];
  return choices.has(keyword) ? [...holder] : [...at];
}

/** The choices of a document that have none left. */
export function listEmptyChoices(document: unknown): string[][] {
  const found: string[][] = [];
  walkNodes(document, (node, at) => {
    for (const name of choices) {
      const own = node[name];
      if (Array.isArray(own) && own.length === 0) found.push([...at, name]);
    }
  });
  return found;
}

/** What a node of a document is, by the way to it. */
function kindAt(place: readonly string[]): Kind {
  let [kind, isNext]: [Kind, boolean] = ['root', false];
  for (const name of place) {
    // The name of an entry, or the index of an item.
    const isEntry: boolean = isNext || (kind === 'schema' && /^\d+$/.test(name));
    const held: Holds = isEntry ? { kind, as: 'one' } : holdsOf(kind, name);
    [kind, isNext] = [held.kind, held.as !== 'one'];
  }
  return isNext ? 'other' : kind;
}
