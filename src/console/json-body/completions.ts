import type { Schema } from '../../documents/operation-data.ts';
import { exampleOf } from '../check/corrections.ts';
import {
  choicesOfParts,
  partsOf,
  propertiesOf,
  type Schemas,
  typesOfParts,
  variantsOfParts,
} from '../check/schema-parts.ts';
import { partsOfPointer, pointerPart } from '../json-pointer.ts';
import type { CaretPlace } from './json-text.ts';

/** What may stand at a caret. */
export interface Completion {
  label: string;
  /** What is written in the place of the token. */
  text: string;
  /** In short what it is. */
  hint: string;
}

const MOST = 40;
const DEEPEST = 4;

/** All that holds of a value, its variants included: each of them may be meant. */
function wideParts(schema: Schema | boolean | undefined, schemas: Schemas, depth = 0): Schema[] {
  const parts = partsOf(schema, schemas);
  if (depth > DEEPEST) return parts;
  return [...parts, ...variantsOfParts(parts).flatMap((variant) => wideParts(variant, schemas, depth + 1))];
}

/** The schemas of the value at a pointer. */
export function partsAt(schema: Schema | undefined, pointer: string, schemas: Schemas): Schema[] {
  let parts = wideParts(schema, schemas);
  for (const key of partsOfPointer(pointer)) {
    const property = propertiesOf(parts).get(key);
    const other = parts.find(({ items, additionalProperties }) => typeof (items ?? additionalProperties) === 'object');
    const inner = property ?? (/^\d+$/.test(key) ? other?.items : other?.additionalProperties);
    parts = wideParts(inner, schemas);
  }
  return parts;
}

/** The names and values of the document that may stand at a caret. */
export function findCompletions(schema: Schema | undefined, place: CaretPlace, schemas: Schemas): Completion[] {
  const around = partsAt(schema, place.pointer, schemas);
  const all =
    place.kind === 'name'
      ? namesIn(around, place, schemas)
      : valuesIn(partsAt(schema, `${place.pointer}/${pointerPart(place.key)}`, schemas));
  const typed = place.typed.toLowerCase();
  const [starting, containing] = [
    all.filter(({ label }) => label.toLowerCase().startsWith(typed)),
    all.filter(({ label }) => !label.toLowerCase().startsWith(typed) && label.toLowerCase().includes(typed)),
  ];
  return [...starting, ...containing].slice(0, MOST);
}

function namesIn(parts: Schema[], { names, isLast }: CaretPlace, schemas: Schemas): Completion[] {
  const needed = new Set(parts.flatMap(({ required }) => required ?? []));
  return [...propertiesOf(parts)]
    .filter(([name, schema]) => !names.includes(name) && !partsOf(schema, schemas).some(({ readOnly }) => readOnly))
    .toSorted(([one], [other]) => Number(needed.has(other)) - Number(needed.has(one)))
    .map(([name, schema]) => {
      const value = isLast ? `: ${JSON.stringify(exampleOf(schema, schemas))}` : '';
      const types = typesOfParts(partsOf(schema, schemas)).join(' | ');
      return { label: name, text: JSON.stringify(name) + value, hint: types + (needed.has(name) ? ' *' : '') };
    });
}

function valuesIn(parts: Schema[]): Completion[] {
  const types = typesOfParts(parts);
  const listed = parts.flatMap((part) => choicesOfParts([part]) ?? []);
  const shown = parts.flatMap(({ example, examples = [], default: usual }) => [usual, example, ...examples]);
  const others = [...(types.includes('boolean') ? [true, false] : []), ...(types.includes('null') ? [null] : [])];
  const values = [...(listed.length > 0 ? listed : [...shown, ...others])].filter((value) => value !== undefined);
  const texts = [...new Set(values.map((value) => JSON.stringify(value)))];
  return texts.map((text) => ({ label: text.replace(/^"|"$/g, ''), text, hint: '' }));
}
