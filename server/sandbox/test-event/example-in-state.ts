import type { RecordBody } from '../../dialect/record-body.ts';
import { rulesOf } from '../../dialect/rules-of.ts';
import type { Resource } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { exampleRecords } from '../seed/example-records.ts';

/** The document's example of the record that an event of this type is about, in the state that causes the event. */
export async function exampleInState(api: ServedApi, resource: Resource, type: string, at: Date): Promise<RecordBody> {
  const operations = [...api.plan.operations.values()].filter(
    (operation) => operation.resource === resource && operation.version === undefined,
  );
  const { events, lifecycle, actions } = rulesOf(api.profile, resource.store);
  const creating = events?.created?.includes(type) ? operations.filter(({ role }) => role === 'create') : [];
  const examples = exampleRecords(api, resource, creating.length > 0 ? creating : operations);
  const state = Object.entries(events?.states ?? {}).find(([, types]) => types.includes(type))?.[0];
  const property = lifecycle?.property ?? actions?.property;
  const [first = {}] = examples;
  if (state === undefined || property === undefined) return first;
  const within = (wanted: string | undefined) => examples.find((example) => example[property] === wanted);
  const ready = within(state);
  if (ready) return ready;
  // No example is in this state: one that comes before it goes on to it, by the rules of the lifecycle.
  const step = lifecycle?.steps.find(({ to }) => to === state);
  const before = { ...(within(step?.from) ?? within(lifecycle?.initial) ?? first), [property]: state };
  return { ...before, ...(await step?.change?.(before, { at, nextNumber: async () => 1 })) };
}
