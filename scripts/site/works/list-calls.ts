import type { OperationPlan } from '../../../server/plan/plan-types.ts';
import { exampleCall, type Given } from './example-address.ts';
import type { Answer } from './session.ts';
import { ask, isSuccess } from './show-call.ts';
import { plansOf, type Works } from './works.ts';
import type { Call } from './write-curl.ts';

/** So many operations are tried until one responds as it is wanted. */
const tries = 5;

/** A list that a new workspace has records in, and how it is called. */
export interface FoundList {
  plan: OperationPlan;
  answer: Answer;
  items: Record<string, unknown>[];
  call(given?: Given): Call;
}

/**
 * The list with the most records among these (by default all), or the first that has some; of which one has at least `fewest`, if
 * any does. Undefined where none responds.
 */
export async function findList(
  works: Works,
  plans = plansOf(works.api, 'list'),
  { inOrder = false, fewest = 1 } = {},
): Promise<FoundList | undefined> {
  const { api } = works;
  const count = ({ resource }: OperationPlan) => api.seed.filter(({ store }) => store === resource?.store).length;
  const likely = [...plans];
  if (!inOrder) likely.sort((a, b) => count(b) - count(a) || a.parents.length - b.parents.length);
  let best: FoundList | undefined;
  for (const plan of likely.slice(0, tries)) {
    const call = (given?: Given) => exampleCall(api, plan.operation, given);
    const answer = await ask(works, call());
    if (!answer || !isSuccess(answer)) continue;
    const found = { plan, answer, items: itemsOf(answer, plan), call };
    if (found.items.length >= fewest) return found;
    if (!best || found.items.length > best.items.length) best = found;
  }
  return best;
}

/** The records of a page. */
export function itemsOf({ json }: Answer, { list }: OperationPlan): Record<string, unknown>[] {
  const within = list?.within === undefined ? json : json?.[list.within];
  const found = list?.key === undefined ? within : within?.[list.key];
  const items = Array.isArray(found) ? found : firstArray(json);
  return items.filter((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
}

/** A profile may put the list elsewhere than the document's names say. */
function firstArray(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  return (
    Object.values(value)
      .map(firstArray)
      .find(({ length }) => length > 0) ?? []
  );
}
