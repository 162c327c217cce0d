import type { Schema } from '../../documents/operation-data.ts';
import { partsOfPointer } from '../json-pointer.ts';
import { checkValue, isOfType, type RuleFault } from './check-value.ts';
import { choicesOfParts, partsOf, propertiesOf, type Schemas, typesOfParts, variantsOfParts } from './schema-parts.ts';

/** What mends a fault with one click. */
export type Correction =
  | { kind: 'set'; pointer: string; value: unknown }
  | { kind: 'remove'; pointer: string }
  | { kind: 'rename'; pointer: string; name: string };

/**
 * What mends a fault, where that is evident: the nearest of the allowed values or names, the limit that was passed, the same value in the
 * type or the spelling that is asked for, and for what is missing an example.
 */
export function findCorrection(fault: RuleFault, example: unknown, schemas: Schemas): Correction | undefined {
  const { pointer, schema } = fault;
  if (fault.rule === 'unknown') return correctName(pointer, fault.limit as string[]);
  const value = fault.rule === 'required' ? (example ?? exampleOf(schema, schemas)) : nearest(fault, schemas);
  const isRight = value !== undefined && checkValue(value, schema, schemas).length === 0;
  return isRight ? { kind: 'set', pointer, value } : undefined;
}

/** The nearest of the names that a member may have; without one near, it goes. */
export function correctName(pointer: string, names: string[]): Correction {
  const own = partsOfPointer(pointer).at(-1) ?? '';
  const name = nearestText(own, names);
  return name === undefined ? { kind: 'remove', pointer } : { kind: 'rename', pointer, name };
}

function nearest({ rule, limit, value, schema }: RuleFault, schemas: Schemas): unknown {
  const parts = partsOf(schema, schemas);
  switch (rule) {
    case 'enum': {
      const choices = limit as unknown[];
      const same = choices.find((choice) => plain(choice) === plain(value));
      const texts = choices.filter((choice) => typeof choice === 'string');
      return same ?? nearestText(String(value), texts) ?? (choices.length === 1 ? choices[0] : undefined);
    }
    case 'type':
      return inType(value, limit as string[]);
    case 'minimum':
    case 'maximum': {
      const isOpen = parts.some((part) => part.exclusiveMinimum === limit || part.exclusiveMaximum === limit);
      const step = isOpen ? 1 : 0;
      return (limit as number) + (rule === 'minimum' ? step : -step);
    }
    case 'multipleOf':
      return Math.round((value as number) / (limit as number)) * (limit as number);
    case 'pattern':
    case 'format':
      return respelled(String(value), schema, schemas);
    default:
      return undefined;
  }
}

/** The same value in another type, if it is clear what is meant. */
function inType(value: unknown, types: string[]): unknown {
  const candidates: unknown[] = [];
  if (typeof value === 'string') {
    const number = value.trim() === '' ? Number.NaN : Number(value.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2'));
    if (Number.isFinite(number)) candidates.push(number);
    if (/^(true|false)$/i.test(value.trim())) candidates.push(value.trim().toLowerCase() === 'true');
  }
  if (/^(number|boolean|bigint)$/.test(typeof value)) candidates.push(String(value));
  if (typeof value === 'number') candidates.push(Math.round(value));
  if (typeof value === 'string' || isOfType(value, 'object')) candidates.push([value]);
  if (Array.isArray(value) && value.length === 1) candidates.push(value[0]);
  return candidates.find((candidate) => types.some((type) => isOfType(candidate, type)));
}

/** The same text as others write it: without punctuation, in the other case, or a date with its year first. */
function respelled(text: string, schema: Schema | undefined, schemas: Schemas): string | undefined {
  const day = /^(\d\d)[/.-](\d\d)[/.-](\d{4})$/.exec(text);
  const spellings = [
    text.trim(),
    text.replace(/\D/g, ''),
    text.replace(/[\s./-]/g, ''),
    text.toUpperCase(),
    text.toLowerCase(),
    ...(day ? [`${day[3]}-${day[2]}-${day[1]}`] : []),
    ...(/^\d{4}-\d\d-\d\d$/.test(text) ? [`${text}T00:00:00Z`] : []),
    text.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1'),
    `https://${text}`,
  ];
  return spellings.find((each) => each !== '' && each !== text && checkValue(each, schema, schemas).length === 0);
}

/** The nearest of several texts, if it is near. */
function nearestText(text: string, texts: string[]): string | undefined {
  const [best] = texts
    .map((each) => ({ each, distance: distance(plain(text), plain(each)) }))
    .toSorted((one, other) => one.distance - other.distance);
  return best && best.distance <= Math.max(1, Math.floor(best.each.length / 3)) ? best.each : undefined;
}

function plain(value: unknown): string {
  return String(value)
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

/** How many letters have to be changed, added or left out (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, its] of [...other].entries())
      next.push(
        Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === its ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** A value that a schema allows: its own example or default, else the first that comes to mind. */
export function exampleOf(schema: Schema | undefined, schemas: Schemas, depth = 0): unknown {
  const parts = partsOf(schema, schemas);
  const shown = parts.find(({ example, examples, default: usual }) => (example ?? examples ?? usual) !== undefined);
  if (shown) return shown.example ?? shown.examples?.[0] ?? shown.default;
  const [choice] = choicesOfParts(parts) ?? [];
  if (choice !== undefined) return choice;
  const [variant] = variantsOfParts(parts);
  if (variant && depth < 6) return exampleOf(variant, schemas, depth + 1);
  const { minimum } = parts.find((part) => part.minimum !== undefined) ?? {};
  switch (typesOfParts(parts).find((type) => type !== 'null')) {
    case 'object': {
      const needed = new Set(parts.flatMap(({ required }) => required ?? []));
      const members = [...propertiesOf(parts)].filter(([name]) => needed.has(name) && depth < 6);
      return Object.fromEntries(members.map(([name, inner]) => [name, exampleOf(inner, schemas, depth + 1)]));
    }
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return minimum ?? 0;
    case 'string':
      return '';
    default:
      return null;
  }
}
