import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isKin } from './kin.ts';
import { plain, singularOf } from './names.ts';
import type { ParentStep, Resource } from './plan-types.ts';

/** Whether the name of a parameter says whose id it is: an `{id}` may be anybody's. */
export function saysWhose(parameter: string): boolean {
  return !/^(id|uuid|guid|sid|key|code|codigo|slug|name|nome|number|numero)$/.test(plain(parameter));
}

/**
 * The property by which a record names one above it: `account_id`, `account`, `account.id`; the only one that shows such a record
 * (`parent.id`), or a reference to a record of any type (`item.id`).
 */
export function findParentProperty(
  document: OpenApiDocument,
  schema: Schema | undefined,
  { parameter, name }: ParentStep,
  parent?: Resource,
): string | undefined {
  const { properties } = shapeOf(document, schema);
  const names = Object.keys(properties);
  const one = plain(singularOf(name));
  const wanted = [...(saysWhose(parameter) ? [plain(parameter)] : []), `${one}id`, one];
  const named = wanted.map((each) => names.find((property) => plain(property) === each)).find(Boolean);
  if (named !== undefined) return withId(named) ?? named;
  const shown = names.filter((each) => parent && isObject(each) && isKin(document, properties[each], parent.schema));
  const usual = shown.find((each) => /^(parent|pai|padre)$/i.test(each)) ?? (shown.length === 1 ? shown[0] : undefined);
  const references = names.filter(isReference);
  const [referring] = references.length === 1 && references[0] !== undefined && isTo(references[0]) ? references : [];
  const found = usual ?? referring;
  return found === undefined ? undefined : withId(found);

  function isObject(property: string): boolean {
    return shapeOf(document, properties[property]).types.has('object');
  }

  /** A reference has an id and a type, and nothing else. */
  function isReference(property: string): boolean {
    return (
      isObject(property) && Object.keys(shapeOf(document, properties[property]).properties).sort().join() === 'id,type'
    );
  }

  /** Whether its type, or its description, says that it may be one of those above. */
  function isTo(property: string): boolean {
    const { type = {} } = shapeOf(document, properties[property]).properties;
    const own = properties[property];
    const told = [own?.description, ...(own?.allOf ?? []).map(({ description }) => description)].join(' ');
    const texts = [...[type.enum ?? []].flat(), type.const, type.example].map((value) => plain(String(value)));
    return texts.includes(one) || new RegExp(`\\b${one}\\b`, 'i').test(told);
  }

  function withId(property: string): string | undefined {
    if (!isObject(property)) return undefined;
    const below = shapeOf(document, properties[property]).properties;
    const key = ['id', parent?.idKey].find((each) => each !== undefined && Object.hasOwn(below, each));
    return key === undefined ? undefined : `${property}.${key}`;
  }
}
