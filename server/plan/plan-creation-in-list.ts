import type { Operation } from '../openapi/operations.ts';
import { type Match, openParameters } from './match-store.ts';
import { lastSegment, plainName } from './path-segments.ts';
import type { Base, PlanSources } from './plan-sources.ts';
import type { ListShape, OperationPlan } from './plan-types.ts';
import { placeOfList } from './record-place.ts';
import { bodyOf, sharesNames, takesFile } from './sent-body.ts';
import { createdStatus } from './success-response.ts';
import { hasSchemaOf } from './why-operation.ts';

/** Verbs that say what would be, and change nothing. */
export const asking =
  /^_?(search|query|find|filter|list|lookup|fetch|get|read|validate|verify|check|test|preview|simulate|estimate|calculate|compute|count|quote|dryrun|export|download|render|diff|compare)/i;

/** A creation that answers a list of one record: an upload, or what says that it creates. */
export function planCreationInList(
  { document }: PlanSources,
  operation: Operation,
  base: Base,
  { paths, parents }: Match,
  list: ListShape,
): OperationPlan | undefined {
  const { resource } = paths;
  const says = '201' in operation.responses && sharesNames(document, resource.schema, bodyOf(operation));
  if (openParameters(operation, parents).length > 0 || !(says || takesFile(document, operation))) return undefined;
  if (asking.test(plainName(lastSegment(operation.path)?.text ?? ''))) return undefined;
  return {
    ...base,
    parents,
    resource,
    role: 'create',
    itemPath: paths.item,
    success: {
      ...base.success,
      recordAt: [...placeOfList(list), '0'],
      status: createdStatus(operation, base.success),
    },
    why: [hasSchemaOf(resource.store), ...paths.why],
  };
}
