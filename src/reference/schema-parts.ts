import type { Schema } from '../documents/operation-data.ts';
import { conditionsOf, isSchema } from './conditions.ts';
import { chosenBy } from './discriminator.ts';
import { factsOf } from './facts.ts';
import type { Rules } from './merge-schemas.ts';
import { oncePerSchema } from './once-per-schema.ts';
import { type Beside, isNull, type Schemas, viewSchema } from './schema-view.ts';
import { typesOf, variantsOf } from './type-label.ts';

export type Direction = 'request' | 'response';

/** What a part is to the value that has it; those of fieldKinds are shown as fields of it. */
export type PartKind =
  | 'property'
  | 'pattern'
  | 'other'
  | 'names'
  | 'position'
  | 'further'
  | 'item'
  | 'contains'
  | 'content'
  | 'variant'
  | 'if'
  | 'then'
  | 'else'
  | 'with'
  | 'not';

/** A part of a value: a field, an item, a variant, or what holds under a condition. */
export interface Part {
  kind: PartKind;
  schema: Schema;
  /** The name of a property, its pattern, the position of an item, what chooses a variant, or the condition, if it is said in a line. */
  name?: string;
  required?: boolean;
  /** How many items a list has of it. */
  count?: { minItems: number; maxItems?: number };
  /** The part of the HTML id below that of the value; undefined where the part has the value's own. */
  place?: string;
}

/** Parts that are shown together. */
export interface Group {
  kind: 'fields' | 'parts' | 'oneOf' | 'anyOf';
  parts: Part[];
}

const saysSomething = (schema: unknown): schema is Schema => isSchema(schema) && Object.keys(schema).length > 0;

/**
 * Lists the parts of a value, by the rules of viewSchema; without read-only parts in requests and write-only parts in responses. The
 * result is cached: never modify it.
 */
export function partsOf(rules: Rules, schemas: Schemas, direction: Direction): readonly Group[] {
  return groupsIn[direction](rules, schemas);
}

const groupsOf = (direction: Direction) => (rules: Rules, schemas: Schemas) => {
  const all = [rules.schema, ...rules.also];
  const groups: Group[] = [
    { kind: 'parts', parts: all.flatMap(itemsOf) },
    { kind: 'fields', parts: all.flatMap((schema) => fieldsOf(schema, schemas, direction)) },
    ...all.flatMap((schema) => choicesOf(schema, schemas, direction)),
    { kind: 'parts', parts: all.flatMap((schema) => conditionsOf(schema)) },
  ];
  const shown = groups.filter(({ parts }) => parts.length > 0);
  let count = 0;
  for (const { kind, parts } of shown)
    for (const part of parts) if (kind !== 'fields' && part.kind !== 'item') part.place = String(++count);
  return shown;
};
const groupsIn = { request: oncePerSchema(groupsOf('request')), response: oncePerSchema(groupsOf('response')) };

/** Whether a schema has parts that say more than its type label. */
export function hasParts(schema: Schema, schemas: Schemas, direction: Direction): boolean {
  const view = viewSchema(schema, schemas);
  if (view.schema['x-head']) return true;
  return partsOf(view, schemas, direction).some(({ parts }) =>
    parts.some((part) => part.kind !== 'item' || saysMore(part.schema, schemas, direction)),
  );
}

/** Whether the parts of a schema are shown in a few lines: none is a field, and none has parts itself. */
export function isFlat(schema: Schema, schemas: Schemas, direction: Direction): boolean {
  const view = viewSchema(schema, schemas);
  if (view.schema['x-head']) return false;
  return partsOf(view, schemas, direction).every(
    ({ kind, parts }) => kind !== 'fields' && !parts.some((part) => hasParts(part.schema, schemas, direction)),
  );
}

/** Whether something of a value's tree folds: a field that has others, or a variant. */
export function hasFolds(schema: Schema, schemas: Schemas, direction: Direction, depth = 0): boolean {
  const has = (part: Part) => hasParts(part.schema, schemas, direction);
  return partsOf(viewSchema(schema, schemas), schemas, direction).some(({ kind, parts }) =>
    parts.some((part) => {
      if (kind === 'fields') return has(part) && !isFlat(part.schema, schemas, direction);
      return part.kind === 'item' ? depth < 4 && hasFolds(part.schema, schemas, direction, depth + 1) : has(part);
    }),
  );
}

const named: PartKind[] = ['property', 'pattern', 'other'];

/** Whether a schema has fields, or its items have. */
export function hasFields(schema: Schema, schemas: Schemas, direction: Direction, depth = 0): boolean {
  const view = viewSchema(schema, schemas);
  if (view.schema['x-head']) return view.schema['x-head'].hasFields;
  const [first, ...rest] = partsOf(view, schemas, direction).flatMap(({ parts }) => parts);
  if (first?.kind === 'item' && depth < 4 && hasFields(first.schema, schemas, direction, depth + 1)) return true;
  return [first, ...rest].some((part) => part !== undefined && named.includes(part.kind));
}

/** Whether there is more to a schema than its type label. */
function saysMore(schema: Schema, schemas: Schemas, direction: Direction): boolean {
  return moreIn[direction](schema, schemas);
}

const moreOf = (direction: Direction) => (schema: Schema, schemas: Schemas) => {
  const view = viewSchema(schema, schemas);
  return Boolean(view.schema.description) || factsOf(view).length > 0 || hasParts(schema, schemas, direction);
};
// A schema that is in itself has more.
const moreIn = { request: oncePerSchema(moreOf('request'), true), response: oncePerSchema(moreOf('response'), true) };

function fieldsOf(schema: Schema, schemas: Schemas, direction: Direction): Part[] {
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
  const properties = Object.entries(schema.properties ?? {})
    .filter(([, property]) => !viewSchema(property, schemas).schema[hidden])
    .map(([name, property]) => field('property', property, name, schema.required?.includes(name) ?? false));
  const patterns = Object.entries(schema.patternProperties ?? {}).map(([pattern, property]) =>
    field('pattern', property, pattern),
  );
  const others = [schema.additionalProperties, schema.unevaluatedProperties].filter(saysSomething);
  const positions = (schema.prefixItems ?? []).map((item, index) => field('position', item, String(index)));
  const further = [schema.prefixItems && schema.items, schema.unevaluatedItems].filter(saysSomething);
  return [
    ...properties,
    ...patterns,
    ...others.map((other, index) => field('other', other, undefined, false, index)),
    ...(saysSomething(schema.propertyNames) ? [field('names', { type: 'string', ...schema.propertyNames })] : []),
    ...positions,
    ...further.map((item, index) => field('further', item, undefined, false, index)),
  ];
}

function field(kind: PartKind, schema: Schema | boolean, name?: string, required = false, index = 0): Part {
  const place =
    name === undefined ? `*${index === 0 ? '' : `-${index + 1}`}` : name.replace(/[^\p{L}\p{N}_*-]+/gu, '-');
  return {
    kind,
    schema: isSchema(schema) ? schema : schema ? {} : { not: {} },
    required,
    place,
    ...(name !== undefined && { name }),
  };
}

function itemsOf(schema: Schema): Part[] {
  const parts: Part[] = [];
  if (typesOf(schema).includes('array') && !schema.prefixItems && saysSomething(schema.items))
    parts.push({ kind: 'item', schema: schema.items });
  const { contains, minContains = 1, maxContains } = schema as { minContains?: number; maxContains?: number } & Schema;
  if (isSchema(contains)) {
    const count = { minItems: minContains, ...(maxContains !== undefined && { maxItems: maxContains }) };
    parts.push({ kind: 'contains', schema: contains, count });
  }
  if (isSchema(schema.contentSchema)) parts.push({ kind: 'content', schema: schema.contentSchema });
  return parts;
}

function choicesOf(schema: Schema, schemas: Schemas, direction: Direction): Group[] {
  const keywords = schema.oneOf || schema.anyOf ? (['oneOf', 'anyOf'] as const) : [undefined];
  return keywords.flatMap((keyword) => {
    const variants = keyword ? (schema[keyword] ?? []) : variantsOf(schema);
    const parts = variants
      .filter((variant) => !isNull(variant))
      .map((variant): Part => {
        const name = chosenBy(schema.discriminator, variant, schemas);
        return { kind: 'variant', schema: variant, ...(name !== undefined && { name }) };
      });
    const differ = parts.some((part) => part.schema.title || saysMore(part.schema, schemas, direction));
    return parts.length > 0 && differ ? [{ kind: keyword ?? 'oneOf', parts }] : [];
  });
}

/** What a variant or a condition says is shown beside the rules of the schema that has it; of any other part, alone. */
export function besideOf({ kind }: Part, name: string | undefined, beside: Beside): Beside {
  if (!['variant', 'if', 'then', 'else', 'with'].includes(kind)) return new Set();
  return name === undefined ? beside : new Set([...beside, name]);
}
