import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { ResourcePaths } from './find-resources.ts';
import { plain, singularOf } from './names.ts';
import { saysWhose } from './parent-property.ts';
import type { ParentLink, ParentStep } from './plan-types.ts';
import { isSame } from './record-place.ts';
import { findReferenceKey } from './reference-key.ts';

/** What the record above is called by records of several kinds. */
const anyAbove = ['parent', 'target', 'owner', 'subject', 'resource', 'object', 'entity'];

/** How a record names one above it in a path: `project_id`, `project: {gid}`, `projects: [{gid}]`, or `parent` if it is of that kind. */
export function findLink(
  document: OpenApiDocument,
  schema: Schema | undefined,
  { parameter, name }: Pick<ParentStep, 'parameter' | 'name'>,
  above: ResourcePaths | undefined,
): ParentLink | undefined {
  const { properties } = shapeOf(document, schema);
  const one = plain(singularOf(name));
  const ids = anyAbove.map((word) => `${word}id`);
  const names = Object.keys(properties);
  const singular = [...(saysWhose(parameter) ? [plain(parameter)] : []), `${one}id`, one];
  const plural = [`${one}ids`, plain(name)].filter((word) => !singular.includes(word));
  const isList = (each: string) => shapeOf(document, properties[each]).types.has('array');
  const named = [
    ...singular.flatMap((word) => names.find((each) => plain(each) === word && !isList(each)) ?? []),
    ...plural.flatMap((word) => names.find((each) => plain(each) === word && isList(each)) ?? []),
  ];
  const ofKind = anyAbove.flatMap((word) => names.find((each) => plain(each) === word && isOfKind(each)) ?? []);
  const general = above ? ids.flatMap((word) => names.find((each) => plain(each) === word) ?? []) : [];
  for (const property of [...named, ...ofKind, ...general]) {
    const link = linkBy(document, properties[property], { parameter, property });
    if (link) return link;
  }
  return undefined;

  function isOfKind(property: string): boolean {
    return (above?.shown ?? []).some((shown) => isSame(document, properties[property], shown));
  }
}

/** Where the record above has the ids of those of a list below it: `tags` of the task for `/tasks/{id}/tags`. */
export function findLinkAbove(
  document: OpenApiDocument,
  above: ResourcePaths | undefined,
  { parameter }: Pick<ParentStep, 'parameter'>,
  list: string,
  { resource }: ResourcePaths,
): ParentLink | undefined {
  if (!above?.item || resource.idKey === undefined) return undefined;
  const { properties } = shapeOf(document, above.resource.schema);
  const property = Object.keys(properties).find((name) => plain(name) === plain(list));
  const link = property === undefined ? undefined : linkBy(document, properties[property], { parameter, property });
  return link?.isList ? { ...link, isAbove: true } : undefined;
}

/** How a property names a record. */
export function linkBy(
  document: OpenApiDocument,
  property: Schema | undefined,
  link: { parameter: string; property: string },
): ParentLink | undefined {
  const { types, items } = shapeOf(document, property);
  const isList = types.has('array');
  const shape = isList ? items : property;
  const own = shapeOf(document, shape).types;
  if (own.has('array') || own.size === 0 || own.has('boolean')) return undefined;
  if (!own.has('object')) return { ...link, ...(isList && { isList }) };
  const key = shape && findReferenceKey(document, shape, 'string');
  return key === undefined ? undefined : { ...link, key, ...(isList && { isList }) };
}
