import type { Schema } from '../../document-types.ts';
import { phraseOf, singular } from './name-words.ts';

/** Where in a sample a value stands: what it is called, what has it, and the names that lead there. */
export interface Spot {
  name: string;
  /** What the value is a property of, such as `customer`; empty if that is unknown. */
  owner: string;
  path: string;
  ownerPath: string;
  /** Whether it leads to a record, whatever it is called. */
  isKey?: boolean;
}

/** Words of schemas' names that do not say what they describe. */
const hollow =
  /\b(?:create|created|update|updated|patch|put|post|get|new|full|simple|base|request|requests|response|responses|input|output|dto|vo|body|payload|params?|result|results|list|object|model|models|schema|schemas|entity|resource|representation|data|item|details?|v\d+|api)\b/g;

/** The start of a sample: a name that it is known by, such as a parameter's, or that of its schema. */
export function rootSpot({ $ref }: Schema, name = ''): Spot {
  const own = name === '' ? nounOf($ref) : name;
  return { name: own, owner: '', path: own, ownerPath: '' };
}

/** What has the properties of an object: what its schema describes, or else what it is called itself. */
export function ownerOf(above: Spot, refs: string[]): string {
  return nounOf(refs[0]) || singular(above.name);
}

export function propertySpot(above: Spot, name: string, owner: string): Spot {
  return { name, owner, path: `${above.path}/${name}`, ownerPath: above.path };
}

/** An item of a list, or of a map, whose keys say nothing. */
export function itemSpot(above: Spot, index = 0): Spot {
  const path = index === 0 ? above.path : `${above.path}/${index}`;
  return { ...above, name: singular(above.name), path, ownerPath: index === 0 ? above.ownerPath : path };
}

/** Whether a value is a record or, where that is left out, its id. */
export function leadsToRecord({ anyOf, oneOf }: Schema): boolean {
  const variants = anyOf ?? oneOf ?? [];
  return variants.some((each) => each?.type === 'string') && variants.some((each) => each?.$ref);
}

const nouns = new Map<string, string>();
/** How many names of schemas are remembered. */
const capacity = 20_000;

/** What a schema describes, by its name: `customer` of `#/components/schemas/CreateCustomerRequest`. */
function nounOf($ref: string | undefined): string {
  if ($ref === undefined) return '';
  let noun = nouns.get($ref);
  if (noun === undefined) {
    noun = phraseOf($ref.slice($ref.lastIndexOf('/') + 1))
      .replace(hollow, '')
      .replace(/ {2,}/g, ' ')
      .trim();
    noun = singular(noun);
    if (nouns.size >= capacity) nouns.clear();
    nouns.set($ref, noun);
  }
  return noun;
}
