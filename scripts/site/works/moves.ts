import type { Operation } from '../../../server/openapi/operations.ts';
import { plansOf, type Works } from './works.ts';

/** The operation that performs an action on the records of a store, where its path ends in the action's name. */
export function findAction({ api }: Works, store: string, name: string): Operation | undefined {
  const actions = plansOf(api, 'act').filter(({ resource }) => resource?.store === store);
  const isCalled = (path: string) => path.toLowerCase().endsWith(`/${name.toLowerCase()}`);
  return actions.find(({ operation }) => isCalled(operation.path))?.operation;
}
