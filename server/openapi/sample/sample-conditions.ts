import type { Schema } from '../document-types.ts';
import type { Flat } from './flatten-schema.ts';

/** Whether a value obeys a schema. */
export type Holds = (schema: Schema, value: unknown) => boolean;

/** What a schema says of this value, because something else is true of it: by name, so that the same is known again. */
export function findApplying({ schema, rules }: Flat, value: unknown, holds: Holds): Map<string, Schema> {
  const applying = new Map<string, Schema>();
  const add = (name: string, part: unknown) => {
    if (typeof part === 'object' && part !== null) applying.set(name, part as Schema);
  };
  for (const [index, rule] of rules.entries()) {
    if (typeof rule.if !== 'object' || rule.if === null) continue;
    const side = holds(rule.if as Schema, value) ? 'then' : 'else';
    add(`${index} ${side}`, rule[side]);
  }
  if (typeof value !== 'object' || value === null) return applying;
  for (const [name, part] of Object.entries(schema.dependentSchemas ?? {}))
    if (Object.hasOwn(value, name)) add(`with ${name}`, part);
  for (const [name, required] of Object.entries(schema.dependentRequired ?? {}))
    if (Object.hasOwn(value, name)) add(`needs ${name}`, { required });
  return applying;
}

/** A value near to this one that is none of what the schema excludes; the value itself where none is found. */
export function avoidExcluded(part: Schema, { schema, rules }: Flat, value: unknown, holds: Holds): unknown {
  const excluded = rules.flatMap(({ not }) => (typeof not === 'object' && not !== null ? [not as Schema] : []));
  if (!excluded.some((not) => holds(not, value))) return value;
  return candidatesFor(schema, value, excluded).find((candidate) => holds(part, candidate)) ?? value;
}

function candidatesFor(schema: Schema, value: unknown, excluded: Schema[]): unknown[] {
  const allowed = schema.enum ?? [];
  if (typeof value === 'string') return [...allowed, 'text', 'example', `${value}1`, value.toUpperCase(), 'a', ''];
  if (typeof value === 'number') return [...allowed, ...numbersNear(value, excluded)];
  if (Array.isArray(value)) return [[], [...value, ...value], value.slice(0, 1)];
  if (typeof value === 'object' && value !== null) return withFewer(value, schema.required ?? []);
  return [...allowed, 'string', 1, true, {}, [], null];
}

function numbersNear(value: number, excluded: Schema[]): number[] {
  const edges = excluded.flatMap(({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) => [
    minimum,
    maximum,
    exclusiveMinimum,
    exclusiveMaximum,
  ]);
  const near = [value, ...edges.filter((edge) => typeof edge === 'number')];
  return near.flatMap((edge) => [edge, edge + 1, edge - 1]);
}

/** The object without one property that it need not have, then without all of these. */
function withFewer(value: object, required: string[]): object[] {
  const spare = Object.keys(value).filter((name) => !required.includes(name));
  const without = (names: string[]) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
  return [...spare.map((name) => without([name])), without(spare)];
}
