import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isStructured } from '../openapi/structured-types.ts';
import { isAlike, plain, singularOf } from './names.ts';
import type { ListShape, Success } from './plan-types.ts';
import { hasId, hasPages, isAside, isNoise, isWrapper, wraps } from './wrappers.ts';

const listNames =
  /^(data|results?|items|values?|records|list|rows|entries|elements|objects|hits|dados|itens|resultados?|registros|lista|content)$/i;

/**
 * Finds the list in a response: the body itself, or the array with the resource's name, a usual list name, or no other beside
 * it; inside `within` if given, else also inside one wrapper.
 */
export function findList(
  document: OpenApiDocument,
  success: Success,
  resourceName: string,
  within?: string,
): ListShape | undefined {
  const { schema, mediaType } = success;
  if (!schema || !isStructured(document, { mediaType, schema })) return undefined;
  const shape = shapeOf(document, schema);
  const inside = within === undefined ? undefined : shape.properties[within];
  if (inside) {
    const found = findIn(document, inside, resourceName);
    return found && { ...found, within, schema };
  }
  if (shape.types.has('array')) return { item: shape.items, schema };
  const found = findIn(document, schema, resourceName);
  if (found) return { ...found, schema };
  if (!isWrapper(shape.properties)) return undefined;
  for (const [name, property] of Object.entries(shape.properties)) {
    const inner =
      wraps(name) || name === '_embedded' || isAlike(name, resourceName)
        ? findIn(document, property, resourceName)
        : undefined;
    if (inner) return { ...inner, within: name, schema };
  }
  return undefined;
}

/** The list of an operation that says that it lists: also the only array of objects, whatever is beside it. */
export function findSaidList(document: OpenApiDocument, success: Success, name: string): ListShape | undefined {
  const found = findList(document, success, name);
  const { schema } = success;
  if (found || !schema) return found;
  const lists = Object.entries(shapeOf(document, schema).properties).flatMap(([key, property]) => {
    const { types, items } = shapeOf(document, property);
    return types.has('array') && shapeOf(document, items).types.has('object') ? [{ key, item: items, schema }] : [];
  });
  return lists.length === 1 ? lists[0] : undefined;
}

/** The array of an object that is its list. */
function findIn(
  document: OpenApiDocument,
  schema: Schema,
  resourceName: string,
): Pick<ListShape, 'key' | 'item'> | undefined {
  const { properties } = shapeOf(document, schema);
  const arrays = Object.entries(properties).flatMap(([key, property]) => {
    const { types, items } = shapeOf(document, property);
    return types.has('array') ? [{ key, item: items, isObject: shapeOf(document, items).types.has('object') }] : [];
  });
  const main = arrays.filter(({ key, item }) => !isNoise(key) && !isBesideRecord(item));
  const isMaybeRecord = !isWrapper(properties);
  // Several lists of like names are parts of one record: `{textFields: […], listFields: […]}`.
  const like = main.filter(({ key, isObject }) => isObject && isAlike(key, resourceName));
  const chosen =
    arrays.find(({ key }) => plain(key) === plain(resourceName)) ??
    arrays.find(({ key, isObject }) => isObject && plain(singularOf(key)) === plain(singularOf(resourceName))) ??
    (hasId(properties) ? undefined : main.find(({ key }) => listNames.test(key))) ??
    (isMaybeRecord || like.length !== 1 ? undefined : like[0]) ??
    (isMaybeRecord || main.length !== 1 ? undefined : main.find(({ isObject }) => isObject && isAlone(main[0]?.key))) ??
    // Messages are what a response lists where nothing else is, and their pages are beside them.
    (isMaybeRecord || arrays.length !== 1 || !hasPages(properties)
      ? undefined
      : arrays.find(({ key, isObject }) => isObject && /^(messages|notifications)$/i.test(key) && isAlone(key)));
  return chosen && { key: chosen.key, item: chosen.item };

  /** Beside a record by its name, a list of others of its schema has what is related to it. */
  function isBesideRecord(item: Schema | undefined): boolean {
    const { ref } = shapeOf(document, item);
    const one = Object.keys(properties).find((name) => plain(name) === plain(singularOf(resourceName)));
    return ref !== undefined && one !== undefined && shapeOf(document, properties[one]).ref === ref;
  }

  /** A record has other properties than its list, and a wrapper of a list only such as are about the list. */
  function isAlone(key: string | undefined): boolean {
    return Object.keys(properties).every((name) => name === key || isAside(name, properties));
  }
}
