import type { OpenApiDocument, Parameter, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isAlsoPlain } from './asked-parameters.ts';
import { plain } from './names.ts';

/** `filter[status]` and `filter.status` filter by the status. */
const prefix = /^(?:filters?|where|query)[.[]([^.[\]]+)\]?$/i;

/** A parameter named like a property filters by it; lists and objects cannot be compared. Several ids may be asked for at once. */
export function inferFilters(
  document: OpenApiDocument,
  parameters: Parameter[],
  { shown, idKey, taken = [] }: { shown: (Schema | undefined)[]; idKey?: string; taken?: string[] },
): Record<string, string> {
  const comparable = shown.flatMap((schema) =>
    Object.entries(shapeOf(document, schema).properties)
      .map(([name, own]) => ({ name, types: typesOf(own) }))
      .filter(({ types }) => !/array|object/.test(types)),
  );
  const entries = parameters.flatMap(({ in: place, name, schema }) => {
    // `DateSent>` is a bound.
    const isObject = shapeOf(document, schema).types.has('object') && !isAlsoPlain(document, schema);
    if (place !== 'query' || isObject || taken.includes(name) || /[<>]=?$/.test(name)) return [];
    const bare = prefix.exec(name)?.[1] ?? name;
    const isIds =
      idKey !== undefined && shapeOf(document, schema).types.has('array') && /^(id|name|key)s$/.test(plain(bare));
    // Yes or no to what is no such question asks for something else: `distance=true` shows distances.
    const isFlag = typesOf(schema) === 'boolean';
    const own = comparable.find(
      (each) => plain(each.name) === plain(bare) && (!isFlag || /boolean|^$/.test(each.types)),
    );
    const property = own?.name ?? (isIds ? idKey : undefined);
    return property === undefined ? [] : [[name, property] as const];
  });
  return Object.fromEntries(entries);

  function typesOf(schema: Schema | undefined): string {
    return [...shapeOf(document, schema).types].join();
  }
}
