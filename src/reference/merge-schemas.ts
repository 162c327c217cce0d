import type { Schema } from '../documents/operation-data.ts';

/** Rules that a value obeys together: those of `schema`, and each of `also`, which has what cannot be said in the same keywords. */
export interface Rules {
  schema: Schema;
  also: Schema[];
}

type Part = Schema | boolean;
type Merge = (before: never, added: never) => unknown;

/** Keywords that only mean something together: a second set of them stands beside the first. */
const groups = [
  ['oneOf', 'anyOf', 'discriminator'],
  ['if', 'then', 'else'],
  ['contains', 'minContains', 'maxContains'],
  ['not'],
  ['const'],
  ['format'],
  ['pattern'],
  ['multipleOf'],
  ['contentEncoding', 'contentMediaType', 'contentSchema'],
];
const grouped = new Map(groups.flatMap((group) => group.map((keyword) => [keyword, group])));

const both = (before: Part, added: Part): Part => {
  if (before === false || added === false) return false;
  if (before === true || isSame(before, added)) return added;
  return added === true ? before : { allOf: [before, added] };
};
const union = (before: string[], added: string[]) => [...new Set([...before, ...added])];
const either = (before: boolean, added: boolean) => before || added;
const byName = (merge: Merge) => (before: Record<string, never>, added: Record<string, never>) => {
  const merged = new Map<string, unknown>(Object.entries(before));
  for (const [name, value] of Object.entries(added))
    merged.set(name, merged.has(name) ? merge(merged.get(name) as never, value) : value);
  return Object.fromEntries(merged);
};
const common = <Value>(before: Value[], added: Value[]) => {
  const shared = before.filter((value) => added.some((other) => isSame(value, other)));
  return shared.length > 0 ? shared : before;
};

const merges: Record<string, Merge> = {
  properties: byName(both as Merge),
  patternProperties: byName(both as Merge),
  dependentSchemas: byName(both as Merge),
  dependentRequired: byName(union as Merge),
  required: union,
  type: (before: string | string[], added: string | string[]) => {
    const types = [before].flat().flatMap((type) => narrower(type, [added].flat()));
    return types.length === 0 ? before : types.length === 1 ? types[0] : types;
  },
  enum: common,
  prefixItems: (before: Part[], added: Part[]) =>
    Array.from({ length: Math.max(before.length, added.length) }, (_, index) =>
      both(before[index] ?? true, added[index] ?? true),
    ),
};
for (const keyword of ['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'propertyNames'])
  merges[keyword] = both;
for (const keyword of ['uniqueItems', 'readOnly', 'writeOnly']) merges[keyword] = either;
for (const keyword of ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'])
  merges[keyword] = (before: bigint, added: bigint) => (added > before ? added : before);
for (const keyword of ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'])
  merges[keyword] = (before: bigint, added: bigint) => (added < before ? added : before);

/** Texts, examples and the like: they describe a value, and the one said nearest to it holds. */
export function isAnnotation(keyword: string): boolean {
  return !(grouped.has(keyword) || Object.hasOwn(merges, keyword));
}

/** Adds rules to others in place; annotations that are there already stay. */
export function addRules(into: Rules, { schema, also }: Rules): void {
  const kept = new Set<string>();
  for (const [keyword, value] of Object.entries(schema)) {
    if (value === undefined || kept.has(keyword)) continue;
    const group = grouped.get(keyword);
    if (group) {
      for (const each of group) kept.add(each);
      addGroup(into, pick(schema, group), group);
    } else if (into.schema[keyword] === undefined) into.schema[keyword] = value;
    else if (merges[keyword]) into.schema[keyword] = merges[keyword](into.schema[keyword] as never, value as never);
  }
  for (const rules of also) addGroup(into, rules, Object.keys(rules));
}

function addGroup(into: Rules, rules: Schema, group: string[]): void {
  const present = pick(into.schema, group);
  if (Object.keys(present).length === 0) Object.assign(into.schema, rules);
  else if (![present, ...into.also].some((known) => isSame(known, rules))) into.also.push(rules);
}

function pick(schema: Schema, keywords: string[]): Schema {
  return Object.fromEntries(
    keywords.flatMap((keyword) => (schema[keyword] === undefined ? [] : [[keyword, schema[keyword]]])),
  );
}

/** An integer is a number. */
function narrower(type: string, others: string[]): string[] {
  if (others.includes(type)) return [type];
  if (type === 'number' && others.includes('integer')) return ['integer'];
  return type === 'integer' && others.includes('number') ? ['integer'] : [];
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === typeof other && JSON.stringify(one) === JSON.stringify(other));
}
