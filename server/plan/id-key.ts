import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf, typeOf } from '../openapi/schema-shape.ts';
import { isOfValues, valueKey } from './bare-values.ts';
import { plain, singularOf } from './names.ts';

export interface IdKey {
  key?: string;
  /** Its schema. */
  property?: Schema;
  type: 'string' | 'integer';
  why: Texts;
}

const commonNames = [
  'id',
  'uuid',
  'guid',
  'gid',
  '_id',
  'sid',
  'key',
  'codigo',
  'code',
  'numero',
  'number',
  'slug',
  'name',
  'nome',
];

/** The path parameter that identifies a record. */
export interface IdParameter {
  name?: string;
  description?: string;
  schema?: Schema;
}

/** Infers which property of a record, in any schema that shows it, its path parameter identifies; the strongest evidence wins. */
export function inferIdKey(
  document: OpenApiDocument,
  shown: { schema?: Schema }[],
  store: string,
  { name: parameter, description = '', schema: parameterSchema }: IdParameter,
): IdKey {
  const takesNumbers = isNumber(parameterSchema);
  const [main] = shown;
  if (main?.schema && isOfValues(document, shown)) {
    const type = isNumber(main.schema) ? 'integer' : 'string';
    return { key: valueKey, property: main.schema, type, why: say('why.id-is-value') };
  }
  // An item may leave out the id that its list shows.
  const properties: Record<string, Schema> = Object.assign(
    {},
    ...shown.map(({ schema }) => shapeOf(document, schema).properties).reverse(),
  );
  // A list or an object cannot be part of a path.
  const names = [...new Set(shown.flatMap(({ schema }) => Object.keys(shapeOf(document, schema).properties)))].filter(
    (name) => !/array|object/.test(typeOf(document, properties[name]) ?? ''),
  );
  const find = (wanted: string) => names.find((name) => plain(name) === plain(wanted));
  const candidates: [string | undefined, Texts][] = [
    [parameter && find(parameter), say('why.id-in-path', { parameter })],
    [parameter && find(withoutPrefix(parameter, store)), say('why.id-in-path-with-name', { parameter })],
    [described(), say('why.id-in-path-with-name', { parameter: parameter ?? '' })],
    [find('id'), say('why.id-named-id')],
    [find(`${singularOf(store)}_id`), say('why.id-named-after-store', { store })],
    [commonNames.map(find).find((name) => name && mayBeId(name)), say('why.id-usual-name')],
    [names.find((name) => /(_id|Id|ID)$/.test(name) && properties[name]?.readOnly), say('why.id-read-only')],
  ];
  for (const [key, why] of candidates) {
    if (!key) continue;
    // Ids are numbers if the path or any operation requires numbers, even if the record's schema says text.
    const isShownAsNumber = shown.some(({ schema }) => isNumber(shapeOf(document, schema).properties[key]));
    return { key, property: properties[key], why, type: isShownAsNumber || takesNumbers ? 'integer' : 'string' };
  }
  const type = takesNumbers ? 'integer' : 'string';
  return {
    type,
    why: say('why.no-id'),
  };

  function isNumber(each: Schema | undefined): boolean {
    return /integer|number/.test((each && typeOf(document, each)) ?? '');
  }

  /** "The name of the repository" is no number. */
  function described(): string | undefined {
    const [, word] = /^the (name|slug|login|username|code|key|symbol) of\b/i.exec(description.trim()) ?? [];
    const name = word === undefined || takesNumbers ? undefined : find(word);
    return name !== undefined && typeOf(document, properties[name]) === 'string' ? name : undefined;
  }

  /** A parameter called `album_id`, or one that is a number, does not mean the album's name. */
  function mayBeId(name: string): boolean {
    if (takesNumbers && typeOf(document, properties[name]) === 'string') return false;
    return !(/^(name|nome)$/i.test(name) && /(_id|Id|ID)$/.test(parameter ?? ''));
  }
}

/** `customer_id`, `customerId` and `id_cliente` without the resource's name. */
function withoutPrefix(parameter: string, store: string): string {
  const name = plain(parameter);
  for (const owner of [plain(singularOf(store)), plain(store)]) {
    if (owner && name.startsWith(owner) && name.length > owner.length) return name.slice(owner.length);
    if (owner && name.endsWith(owner) && name.length > owner.length) return name.slice(0, -owner.length);
  }
  return parameter.replace(/^.*(id)$/i, '$1');
}
