import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain } from './names.ts';
import type { Base, PlanSources } from './plan-sources.ts';
import type { OperationPlan } from './plan-types.ts';
import { bodyOf, sharedNames, sharesNames } from './sent-body.ts';
import { createdStatus } from './success-response.ts';
import { answersIdOf } from './why-operation.ts';

/** An id that says whose it is: `MessageID`, not `id`. */
const named = /[a-z]+_?(id|uuid|sid|guid|token)$/i;

/**
 * Plans an operation at an address of its own that makes a record and answers only with its id, by the name that the record has for it:
 * `POST /email` with `MessageID`, where nothing is posted to `/messages`. What is sent is for the most part what the record has.
 */
export function planNamedCreation(
  { document, resources }: PlanSources,
  operation: Operation,
  base: Base,
): OperationPlan | undefined {
  if (operation.method !== 'post' || base.parents.length > 0) return undefined;
  const answered = new Set(Object.keys(shapeOf(document, base.success.schema).properties).map(plain));
  const sent = bodyOf(operation);
  const candidates = [...new Set(resources.values())].filter(
    ({ resource, collection, isPosted }) =>
      !isPosted &&
      !collection.includes('{') &&
      named.test(resource.idKey ?? '') &&
      answered.has(plain(resource.idKey ?? '')) &&
      sharesNames(document, resource.schema, sent),
  );
  const [best, other] = candidates
    .map((paths) => ({ paths, shared: sharedNames(document, paths.resource.schema, sent) }))
    .sort((a, b) => b.shared - a.shared);
  if (!best || other?.shared === best.shared) return undefined;
  const { resource, item, why } = best.paths;
  return {
    ...base,
    role: 'create',
    resource,
    itemPath: item,
    success: { ...base.success, status: createdStatus(operation, base.success) },
    why: [answersIdOf(resource.store), ...why],
  };
}
