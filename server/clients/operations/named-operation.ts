import type { Operation } from '../../openapi/operations.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { asIdentifier, capitalize, functionNames, type Names } from '../names.ts';

/** An operation with the names that the package gives it. */
export interface NamedOperation {
  operation: Operation;
  plan: OperationPlan;
  /** The name of the function. */
  name: string;
  /** What the names of its types begin with. */
  typeName: string;
}

/** Names the functions of an API after its operationIds, and their types. */
export function nameOperations({ plan, operations }: ServedApi, typeNames: Names): NamedOperation[] {
  const names = functionNames();
  return operations.flatMap((operation) => {
    const own = plan.operations.get(operation);
    if (!own) return [];
    const name = names.take(asIdentifier(operation.id));
    const typeName = typeNames.takeAll(capitalize(name), ['Request', 'Errors']);
    return { operation, plan: own, name, typeName };
  });
}
