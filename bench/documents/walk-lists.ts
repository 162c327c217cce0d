import type { OperationPlan } from '../../server/plan/plan-types.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { recordsOf } from '../../server/testing/shown-records.ts';
import type { TestPortal } from '../../server/testing/test-portal.ts';
import { callOperation } from './call-operation.ts';
import type { KnownIds } from './known-ids.ts';
import { findNextPage } from './next-page.ts';
import type { Tally } from './tally.ts';

type Row = Record<string, unknown>;

/** Parameters that say how many records a page has, as documents spell them. */
const sizeNames =
  /^(?:limit|per_?page|page_?size|page\[size\]|size|count|max_?results|top|\$top|itens_?por_?pagina|first|num)$/i;

const plainOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Asks each list that shows records for a value of one of them, for one record a page, and for the next page. */
export async function walkLists(portal: TestPortal, api: ServedApi, key: string, known: KnownIds, tally: Tally) {
  const lists = [...api.plan.operations.values()].filter(({ role, list }) => role === 'list' && list);
  for (const plan of lists) {
    const ids = known.forPath(plan);
    const list = async (query: Record<string, string> = {}) => {
      const answer = await callOperation(portal, api, plan.operation, { key, ids, query });
      return { answer, rows: recordsOf(plan, answer).filter(isRow) };
    };
    const { rows } = await list();
    const [first] = rows;
    if (!first) continue;
    await walkFilters(plan, first, tally, async (query) => (await list(query)).rows);
    const size = parametersOf(plan).find(({ name }) => sizeNames.test(name))?.name;
    if (size === undefined || rows.length < 2) continue;
    const one = await list({ [size]: '1' });
    tally.sizes++;
    if (one.rows.length === 1) tally.sizesObeyed++;
    else complain(tally, plan, `${size}=1 shows ${one.rows.length}`);
    const next = findNextPage(parametersOf(plan), one.answer, one.rows.at(-1));
    if (!next) continue;
    tally.pages++;
    const { rows: second } = await list({ [size]: '1', ...next });
    if (second[0] && JSON.stringify(second[0]) !== JSON.stringify(one.rows[0])) tally.pagesReached++;
    else complain(tally, plan, `no next page by ${JSON.stringify(next)}`);
  }
}

/** A query parameter with the name of a property is a filter, whatever the engine takes it for. */
async function walkFilters(
  plan: OperationPlan,
  first: Row,
  tally: Tally,
  list: (query: Record<string, string>) => Promise<Row[]>,
): Promise<void> {
  for (const { name, schema } of parametersOf(plan)) {
    const property = Object.keys(first).find((each) => plainOf(each) === plainOf(name));
    const value = property === undefined ? undefined : first[property];
    if (property === undefined || !/^(string|number|boolean)$/.test(typeof value) || schema?.type === 'array') continue;
    tally.filters++;
    const rows = await list({ [name]: String(value) });
    if (rows.length > 0 && rows.every((row) => String(row[property]) === String(value))) tally.filtersHonoured++;
    else complain(tally, plan, `${name}=${value} shows ${rows.length}, not only such`);
  }
}

function parametersOf({ operation }: OperationPlan) {
  return operation.parameters.filter((parameter) => parameter.in === 'query');
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function complain(tally: Tally, { operation }: OperationPlan, what: string): void {
  tally.complaints.push(`GET ${operation.path}: ${what}`);
}
