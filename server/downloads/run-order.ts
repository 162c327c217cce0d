import type { OperationPlan, Role } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { sentTypeOf } from '../plan/success-response.ts';

/** The operations of one resource in an order that works, and the resources below it. */
export interface RunStep {
  name: string;
  before: OperationPlan[];
  below: RunStep[];
  /** Operations that remove the record: run once nothing needs it any more. */
  after: OperationPlan[];
}

const order: Role[] = [
  'create',
  'write-many',
  'list',
  'count',
  'read',
  'represent',
  'read-singleton',
  'replace',
  'write-singleton',
  'change',
  'act',
];

const removing = new Set<Role>(['delete', 'delete-singleton', 'delete-many']);

/** Orders an API's operations so that records are created, then read, changed, and removed last. */
export function runOrder({ plan, document }: ServedApi): RunStep[] {
  // A stream never ends, so a collection would never get past it.
  const plans = [...plan.operations.values()].filter(({ success }) => sentTypeOf(success) !== 'text/event-stream');
  const steps = new Map<string, RunStep & { parent?: string }>();
  // Each version of an API creates, changes and removes its own record.
  const families = Map.groupBy(
    plans.filter((plan) => !standsApart(plan)),
    ({ resource, version }) => familyOf(resource?.store, version),
  );
  for (const [family, own] of families) {
    const before = own
      .filter(({ role }) => !removing.has(role))
      .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
    const after = own.filter(({ role }) => removing.has(role));
    const parent = own
      .find(({ parents, role }) => parents.length > 0 && role !== 'act' && role !== 'represent')
      ?.parents.at(-1)?.store;
    steps.set(family, {
      name: nameOf(own),
      before,
      after,
      below: [],
      parent: parent && familyOf(parent, own[0]?.version),
    });
  }
  const roots = [...steps.values()].filter((step) => {
    const parent = step.parent ? steps.get(step.parent) : undefined;
    if (parent && parent !== step) parent.below.push(step);
    return !parent || parent === step;
  });
  const rest = plans.filter(standsApart);
  return folded([
    ...roots,
    ...Map.groupBy(rest, tagOf)
      .entries()
      .map(([name, before]) => ({ name, before, after: [], below: [] })),
  ]);

  function nameOf(own: OperationPlan[]): string {
    return own[0] ? tagOf(own[0]) : '';
  }

  function tagOf({ operation }: OperationPlan): string {
    const tag = operation.operation.tags?.[0];
    const declared = document.tags?.find(({ name }) => name === tag);
    return (
      declared?.['x-displayName'] ??
      tag ??
      operation.path.split('/').find((part) => part && !part.startsWith('{')) ??
      'API'
    );
  }
}

/** Whether no other operation needs what it does: what nothing shows is no record to others. */
function standsApart({ resource }: OperationPlan): boolean {
  return !resource || resource.isUnread === true;
}

function familyOf(store: string | undefined, version = ''): string {
  return `${version} ${store}`;
}

/** Groups steps that the document shows under one heading into one folder. */
function folded(steps: RunStep[]): RunStep[] {
  return [...Map.groupBy(steps, ({ name }) => name)].map(([name, same]) => ({
    name,
    before: same.flatMap(({ before }) => before),
    below: same.flatMap(({ below }) => below),
    after: same.flatMap(({ after }) => after),
  }));
}
