import type { OpenApiDocument, Schema } from '../document-types.ts';
import { soundEnum } from '../sound-enum.ts';
import { type Flat, flattenSchema } from './flatten-schema.ts';

/** More items are not made for a sample, whatever its schema requires. */
const mostItems = 100;

/** The schemas of the items of a list: those of its positions, then those that it must contain, then any; `hasRoom` allows one that it need not have. */
export function schemasOfItems({ schema, rules }: Flat, hasRoom: (item: Schema) => boolean): Schema[] {
  const least = numberOf(schema.minItems, 0);
  const most = Math.min(numberOf(schema.maxItems, Number.POSITIVE_INFINITY), mostItems);
  const fixed = schema.prefixItems ?? [];
  const given = (schema.items ?? schema.unevaluatedItems ?? {}) as Schema | boolean;
  const isClosed = given === false || (typeof given === 'object' && JSON.stringify(given) === '{"not":{}}');
  const items = typeof given === 'object' ? given : {};
  const contained = rules.flatMap(({ contains, minContains }) =>
    typeof contains === 'object' && contains !== null
      ? Array<Schema>(Math.min(numberOf(minContains, 1), mostItems)).fill(contains as Schema)
      : [],
  );
  // Where nothing may follow, the fixed ones have to be what must be contained.
  if (isClosed) return fixed.map((item, index) => withRule(item, contained[index])).slice(0, most);
  const all = [...fixed, ...contained.map((rule) => withRule(items, rule))];
  const wanted = Math.min(Math.max(least, all.length === 0 && hasRoom(items) ? 1 : 0), most);
  while (all.length < wanted) all.push(items);
  return all.slice(0, most);
}

function withRule(item: Schema, rule: Schema | undefined): Schema {
  if (!rule) return item;
  return Object.keys(item).length === 0 ? rule : { allOf: [item, rule] };
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** Makes the items of a set differ: by the next allowed value, by counting up, by a number suffix, or by the first property that can. */
export function distinct(document: OpenApiDocument, value: unknown, index: number, items: Schema): unknown {
  if (index === 0) return value;
  const { schema } = flattenSchema(document, items);
  const allowed = soundEnum(schema);
  if (allowed) return allowed[index % allowed.length];
  if (typeof value === 'number') return value + index * (typeof schema.multipleOf === 'number' ? schema.multipleOf : 1);
  if (typeof value === 'string') return `${value}${index + 1}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  for (const [name, own] of Object.entries(value)) {
    const other = distinct(document, own, index, schema.properties?.[name] ?? {});
    if (other !== own) return { ...value, [name]: other };
  }
  return value;
}
