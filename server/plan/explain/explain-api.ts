import { explainConventions } from './explain-conventions.ts';
import { explainOperation } from './explain-operation.ts';
import { explainStore } from './explain-store.ts';
import type { Explained, Explanation } from './explanation.ts';

/** Explains how the sandbox interprets each convention, store and operation. */
export function explainApi(api: Explained): Explanation {
  return {
    conventions: explainConventions(api.written),
    stores: [...api.plan.resources.values()].map((resource) => explainStore(api, resource)),
    operations: [...api.plan.operations.values()].map((plan) => explainOperation(api, plan)),
  };
}
