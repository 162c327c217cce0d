import type { ApiPlan } from '../plan/plan-types.ts';

/** What was understood of each operation, a line each: `GET /livros → list livros by isbn`. */
export function told(plan: ApiPlan): string[] {
  return [...plan.operations.values()].map((operation) => {
    const { resource, parents, role, putCreates, operation: own } = operation;
    const above = parents.map(({ parameter, store }) => ` under ${store ?? '?'} {${parameter}}`).join('');
    const id = resource?.idKey && ` by ${resource.idType} ${resource.idKey}`;
    return `${own.method.toUpperCase()} ${own.path} → ${role}${putCreates ? ' or create' : ''} ${resource?.store ?? ''}${above}${id ?? ''}`.trimEnd();
  });
}
