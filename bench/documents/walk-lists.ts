import { shapeOf } from '../../server/openapi/schema-shape.ts';
import type { OperationPlan } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { recordsOf } from '../../server/testing/shown-records.ts';
import type { TestAnswer, TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation } from './call-operation.ts';
import { exploreWorkspace } from './known-ids.ts';
import { nextPages } from './next-pages.ts';
import type { Tally } from './tally.ts';

const sizes = /^(limit|per_?page|page_?size|size|max_?results|max_?items|page\[size\]|limite|tamanho|top|take)$/i;
const plain = (name: string) => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** Judges each list as a client would, by names alone: does it filter, give no more than was asked for, and lead on? */
export async function walkLists(portal: TestPortal, api: ServedApi, tally: Tally): Promise<void> {
  const key = await portal.guest();
  const known = await exploreWorkspace(portal, api, key);
  for (const plan of api.plan.operations.values()) {
    if (plan.role !== 'list') continue;
    const ids = known.forPath(plan);
    const ask = (query: Record<string, unknown> = {}) =>
      callOperation(portal, api, plan.operation, { key, ids, query });
    const create = [...api.plan.operations.values()].find(
      ({ role, operation }) => role === 'create' && operation.path === plan.operation.path,
    );
    for (let count = 0; create && count < 2; count++) await callOperation(portal, api, create.operation, { key, ids });
    const whole = await ask();
    if (whole.status >= 300) continue;
    const complain = (text: string) => tally.complaints.push(`GET ${plan.operation.path}: ${text}`);
    await walkFilters(api, plan, whole, ask, tally, complain);
    await walkPages(plan, recordsOf(plan, whole), ask, tally, complain);
  }
}

type Ask = (query?: Record<string, unknown>) => Promise<TestAnswer>;

async function walkFilters(
  { document }: ServedApi,
  plan: OperationPlan,
  whole: TestAnswer,
  ask: Ask,
  tally: Tally,
  complain: (text: string) => void,
): Promise<void> {
  const [first] = recordsOf(plan, whole) as Record<string, unknown>[];
  if (!first || typeof first !== 'object') return;
  for (const { in: place, name, schema } of plan.operation.parameters) {
    const property = Object.keys(first).find((own) => plain(own) === plain(name));
    const value = property === undefined ? undefined : first[property];
    const isComparable = ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
    if (place !== 'query' || !isComparable || sizes.test(name) || shapeOf(document, schema).types.has('object'))
      continue;
    tally.filters++;
    const answer = await ask({ [name]: value });
    const found = recordsOf(plan, answer) as Record<string, unknown>[];
    const isHonoured = found.length > 0 && found.every((each) => String(each[property as string]) === String(value));
    if (isHonoured) tally.filtered++;
    else complain(`${name}=${value} returns ${answer.status} and ${found.length} records`);
  }
}

async function walkPages(
  plan: OperationPlan,
  whole: unknown[],
  ask: Ask,
  tally: Tally,
  complain: (text: string) => void,
): Promise<void> {
  const size = plan.operation.parameters.find(({ in: place, name }) => place === 'query' && sizes.test(name));
  if (!size || whole.length < 2 || Number(size.schema?.minimum ?? 1) > 1) return;
  // Records that look the same do not tell pages apart.
  const [shownFirst, shownSecond] = whole.map((each) => JSON.stringify(each));
  if (shownFirst === shownSecond) return;
  const one = { [size.name]: 1 };
  const first = await ask(one);
  tally.sizes++;
  if (recordsOf(plan, first).length === 1) tally.sized++;
  else return void complain(`${size.name}=1 returns ${first.status} and ${recordsOf(plan, first).length} records`);
  const ways = nextPages(plan, first);
  if (ways.length === 0) return;
  tally.nexts++;
  for (const query of ways) {
    const next = await ask({ ...one, ...query });
    const [shown] = recordsOf(plan, next);
    if (shown && JSON.stringify(shown) !== JSON.stringify(recordsOf(plan, first)[0])) {
      tally.reached++;
      return;
    }
  }
  complain(`no second page by ${JSON.stringify(ways)}`);
}
