import type { ApiPlan } from '../plan/plan-types.ts';

/** Summarizes a plan, one line per operation: `GET /livros → list livros by isbn`. */
export function summarize(plan: ApiPlan): string[] {
  return [...plan.operations.values()].map((operation) => {
    const { resource, parents, role, putCreates, operation: own } = operation;
    const above = parents.map(({ parameter, store }) => ` under ${store ?? '?'} {${parameter}}`).join('');
    const id = resource?.idKey && ` by ${resource.idType} ${resource.idKey}`;
    return `${own.method.toUpperCase()} ${own.path} → ${role}${putCreates ? ' or create' : ''} ${resource?.store ?? ''}${above}${id ?? ''}`.trimEnd();
  });
}
