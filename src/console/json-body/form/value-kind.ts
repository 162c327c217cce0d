import type { Schema } from '../../../documents/operation-data.ts';
import { checkValue } from '../../check/check-value.ts';
import {
  choicesOfParts,
  partsOf,
  propertiesOf,
  type Schemas,
  typesOfParts,
  variantsOfParts,
} from '../../check/schema-parts.ts';

/** How to edit a value: by one control, by its members or items, or as JSON. */
export type ValueKind =
  | { kind: 'choice'; choices: unknown[] }
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'json' }
  | { kind: 'object'; properties: [name: string, schema: Schema][]; required: ReadonlySet<string> }
  | { kind: 'list'; items: Schema }
  | { kind: 'variants'; variants: Schema[] };

/** Deeper values are edited as JSON. */
const DEEPEST = 8;

export function kindOfValue(schema: Schema | undefined, value: unknown, schemas: Schemas, depth: number): ValueKind {
  const parts = partsOf(schema, schemas);
  const choices = choicesOfParts(parts);
  if (choices) return { kind: 'choice', choices };
  const variants = variantsOfParts(parts).filter((variant) => !isNull(variant));
  const properties = propertiesOf(parts);
  if (variants.length > 1 && properties.size === 0 && depth < DEEPEST) {
    const [first, ...others] = variants.map((variant) => kindOfValue(variant, value, schemas, depth + 1));
    const isOneControl =
      (first?.kind === 'text' || first?.kind === 'number') && others.every(({ kind }) => kind === first.kind);
    return isOneControl ? first : { kind: 'variants', variants };
  }
  if (variants.length === 1 && properties.size === 0) return kindOfValue(variants[0], value, schemas, depth + 1);
  const types = typesOfParts(parts).filter((type) => type !== 'null');
  const [type] = types;
  // What is there and of another kind is shown as it is.
  const isOther =
    value !== undefined && value !== null && (typeof value === 'object') !== (type === 'object' || type === 'array');
  if (types.length !== 1 || isOther || depth > DEEPEST || variants.length > 1) return { kind: 'json' };
  if (type === 'boolean') return { kind: 'choice', choices: [true, false] };
  if (type === 'integer' || type === 'number') return { kind: 'number' };
  if (type === 'string') return { kind: 'text' };
  if (type === 'array') {
    const items = parts.find((part) => typeof part.items === 'object')?.items;
    return typeof items === 'object' ? { kind: 'list', items } : { kind: 'json' };
  }
  if (type !== 'object' || properties.size === 0) return { kind: 'json' };
  const own = [...properties].filter(
    ([name, inner]) => hasMember(value, name) || !partsOf(inner, schemas).some(({ readOnly }) => readOnly),
  );
  return { kind: 'object', properties: own, required: new Set(parts.flatMap(({ required }) => required ?? [])) };
}

function isNull({ type, const: only }: Schema): boolean {
  return type === 'null' || only === null;
}

export function hasMember(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}

/** The variant that a value is meant to be: the one whose rules it breaks least. */
export function nearestVariant(variants: Schema[], value: unknown, schemas: Schemas): number {
  const faults = variants.map((variant) => checkValue(value, variant, schemas).length);
  return Math.max(0, faults.indexOf(Math.min(...faults)));
}

/** What a variant is called: its title, the name of its schema, or its type. */
export function nameOfVariant(schema: Schema, schemas: Schemas, index: number): string {
  const parts = partsOf(schema, schemas);
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return parts.find(({ title }) => title)?.title ?? name ?? (typesOfParts(parts).join(' | ') || String(index + 1));
}
