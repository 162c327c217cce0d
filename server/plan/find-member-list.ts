import type { OpenApiDocument } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain, singularOf } from './names.ts';
import { lastSegment, plainName } from './path-segments.ts';
import type { OperationPlan } from './plan-types.ts';
import { findReferenceKey } from './reference-key.ts';

/** A list of a record to which an action adds, or from which it takes away. */
export interface MemberList {
  property: string;
  /** The id in the objects of the list; undefined where they are mere values. */
  key?: string;
  isRemoval: boolean;
}

const verbs = /^(add|attach|append|assign|link|remove|detach|unassign|unlink)(.+)$/i;
const removing = /^(remove|detach|unassign|unlink)/i;

/** The list that an action changes, by its name: `tags` of a task for `/tasks/{id}/addTag` and `/tasks/{id}/remove-tags`. */
export const findMemberList = memoize((plan: OperationPlan, document: OpenApiDocument): MemberList | undefined => {
  const word = plainName(lastSegment(plan.operation.path)?.text ?? '').replaceAll(/[^\p{L}]/gu, '');
  const name = plan.role === 'act' ? verbs.exec(word)?.[2] : undefined;
  if (name === undefined) return undefined;
  const { properties } = shapeOf(document, plan.resource?.schema);
  const property = Object.keys(properties).find((each) => {
    const isList = shapeOf(document, properties[each]).types.has('array');
    return isList && plain(singularOf(each)) === plain(singularOf(name));
  });
  if (property === undefined) return undefined;
  const { items } = shapeOf(document, properties[property]);
  const isObject = shapeOf(document, items).types.has('object');
  const key = items && isObject ? findReferenceKey(document, items, 'string') : undefined;
  return isObject && key === undefined ? undefined : { property, key, isRemoval: removing.test(word) };
});
