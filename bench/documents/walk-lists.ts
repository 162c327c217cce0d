import type { Schema } from '../../server/openapi/document-types.ts';
import { shapeOf } from '../../server/openapi/schema-shape.ts';
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
    await walkFilters(api, plan, rows, tally, async (query) => (await list(query)).rows);
    const sized = parametersOf(plan).find(({ name }) => sizeNames.test(name));
    // The smallest page that the document allows: a list of no more has no other.
    const count = smallest(sized?.schema);
    if (sized === undefined || rows.length <= count) continue;
    const size = sized.name;
    const one = await list({ [size]: String(count) });
    tally.sizes++;
    if (one.rows.length === count) tally.sizesObeyed++;
    else complain(tally, plan, `${size}=${count} shows ${one.rows.length}`);
    // Records that look the same say nothing of the page.
    if (JSON.stringify(rows[0]) === JSON.stringify(rows[count])) continue;
    const next = findNextPage(parametersOf(plan), one.answer, one.rows.at(-1));
    if (!next) continue;
    tally.pages++;
    const { rows: second } = await list({ [size]: String(count), ...next });
    if (second[0] && JSON.stringify(second[0]) !== JSON.stringify(one.rows[0])) tally.pagesReached++;
    else complain(tally, plan, `no next page by ${JSON.stringify(next)}`);
  }
}

/**
 * A query parameter with the name of a property is a filter, whatever the engine takes it for, unless the document gives it another
 * meaning: an object of bounds, or yes and no for what is no such question.
 */
async function walkFilters(
  { document, validator }: ServedApi,
  plan: OperationPlan,
  shown: Row[],
  tally: Tally,
  list: (query: Record<string, string>) => Promise<Row[]>,
): Promise<void> {
  for (const { name, schema = {} } of parametersOf(plan)) {
    const { types } = shapeOf(document, schema);
    if (types.has('array') || types.has('object') || /[<>]=?$/.test(name)) continue;
    const asked = shown.flatMap((row) => {
      const property = Object.keys(row).find((each) => plainOf(each) === plainOf(name));
      const value = property === undefined ? undefined : row[property];
      const isFlag = types.has('boolean') && types.size === 1;
      if (property === undefined || !/^(string|number|boolean)$/.test(typeof value)) return [];
      if ((isFlag && typeof value !== 'boolean') || /^(?:all|any)$/i.test(String(value))) return [];
      return [{ property, value, sent: asSent(schema, value) }];
    });
    // A value that the parameter takes, if there is one.
    const takes = ({ sent }: { sent: unknown }) => validator.request(schema, sent).length === 0;
    const { property, value, sent } = asked.find(takes) ?? asked[0] ?? {};
    if (property === undefined) continue;
    tally.filters++;
    const rows = await list({ [name]: String(sent) });
    if (rows.length > 0 && rows.every((row) => String(row[property]) === String(value))) tally.filtersHonoured++;
    else complain(tally, plan, `${name}=${sent} shows ${rows.length}, not only such`);
  }
}

/** A value as the parameter writes it: a time in its format, yes and no as numbers. */
function asSent({ type, format }: Schema, value: unknown): unknown {
  if (typeof value === 'boolean') return /integer|number/.test(String(type)) ? Number(value) : value;
  const moment = format === 'date-time' && typeof value === 'string' ? Date.parse(value) : Number.NaN;
  const isWritten = Number.isNaN(moment) || /^\d{4}-\d\d-\d\dT/.test(String(value));
  return isWritten ? value : new Date(moment).toISOString();
}

/** The smallest size of a page: a bound, or one of certain sizes. */
function smallest({ minimum, enum: sizes = [] }: Schema = {}): number {
  const numbers = sizes.map(Number).filter((size) => size > 0);
  return numbers.length > 0 ? Math.min(...numbers) : Math.max(1, Number(minimum ?? 1));
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
