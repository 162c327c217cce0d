import type { Issue } from '../../answers/issue.ts';
import { invalidFields, Refusal } from '../../answers/refusal.ts';
import { both, type Comparison, type Condition, everything, type QueryPairs } from '../../dialect/filters/condition.ts';
import { type Field, type RecordFields, recordFields } from '../../dialect/filters/record-fields.ts';
import { invalidCursor } from '../../dialect/pagination/cursor.ts';
import type { PageRequest } from '../../dialect/pagination/pager.ts';
import { nameOfOrder, type Order } from '../../dialect/sort/order.ts';
import type { SecurityScheme } from '../../openapi/document-types.ts';
import { exampleRequest } from '../../openapi/examples.ts';
import { isMailTime, mailDayOf, mailTimeOf } from '../../openapi/mail-time.ts';
import { findAt } from '../../openapi/resolve.ts';
import { askedValues } from '../../plan/asked-parameters.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import { findOlderShape } from '../../records/show/older-shape.ts';
import type { Call } from '../behaviours/call.ts';
import { fieldsOf as comparedFields } from './field-indexes.ts';
import { linksOf } from './links-above.ts';
import { maxComparisons, tooManyComparisons } from './max-comparisons.ts';
import { readChanges } from './read-changes.ts';
import { readRanges } from './read-ranges.ts';
import { readToldFilter, type ToldFilter } from './read-told-filter.ts';

/** What a request asks of a list: the page, the filter and the order. */
export interface Question {
  request?: PageRequest;
  condition: Condition;
  order: Order;
  orderName: string;
}

/** Reads a list's query string by the profile's conventions; one refusal names everything that is wrong with it. */
export function readQuestion(call: Call): Question {
  const { api, plan, parameters, url } = call;
  const { profile } = api;
  const query: QueryPairs = [...new URL(url).searchParams];
  const fields = fieldsOf(call);
  const issues: Issue[] = [];
  const sent = plan.operation.method === 'get' ? {} : withoutExamples(call, askedValues(call.body));
  const asked = { ...deepValues(call), ...sent, ...sentOnly(parameters.query, query) };
  const request = attempt(() => plan.pager?.read(asked));
  const changes = attempt(() => readChanges(call, query));
  const sorted = attempt(() => profile.sort?.read(query, fields)) ?? [];
  const told = attempt(() => readTold(call, fields));
  const order = [sorted, told?.order ?? [], changes?.order ?? []].find(({ length }) => length > 0) ?? [];
  const ownFilters =
    attempt(() =>
      profile.filters
        ? profile.filters.read(query, fields, takenNames(call, fields))
        : inferred(call, asked, fields, query),
    ) ?? everything;
  const filtered = told ? both(ownFilters, told.condition) : ownFilters;
  // Field selection is applied later, but read here so that one response reports its errors too.
  attempt(() => profile.fields?.read(query, fields));
  const orderName = nameOfOrder(order);
  if (request?.after && request.after.order !== orderName) attempt(() => refuseMark(call));
  if (issues.length > 0) throw invalidFields(issues);
  if (comparedFields(ownFilters).length + (told?.comparisons ?? 0) > maxComparisons) throw tooManyComparisons();
  const condition = changes ? both(filtered, changes.after) : filtered;
  return { request, condition, order, orderName };

  function attempt<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal) || error.issues.length === 0) throw error;
      issues.push(...error.issues);
      return undefined;
    }
  }
}

/** What is asked deep in a body (`plan/nested-filters.ts`), by its dotted name. */
function deepValues({ plan, body }: Call): Record<string, unknown> {
  const names = [...Object.keys(plan.filters), ...(plan.ranges ?? []).map(({ parameter }) => parameter)];
  const deep = names.filter((name) => name.split('.').length > 2);
  return Object.fromEntries(deep.map((name) => [name, findAt(body, name.split('.'))]));
}

function readTold({ plan, toldFilter }: Call, fields: RecordFields): ToldFilter | undefined {
  return toldFilter && plan.toldFilter ? readToldFilter(plan.toldFilter, toldFilter, fields) : undefined;
}

/** The example of a body has one for the mark of a page, too, which means no page. */
function withoutExamples({ api, plan }: Call, sent: Record<string, unknown>): Record<string, unknown> {
  const marks = (plan.pager?.marks ?? []).filter((name) => name in sent);
  if (marks.length === 0 || plan.operation.method === 'get') return sent;
  const shown = askedValues(exampleRequest(api, plan.operation).body?.value);
  const names = new Set(marks.filter((name) => sent[name] === shown[name]));
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !names.has(name)));
}

/** The stored fields by which a list is queried; an older version may rename them. */
function fieldsOf({ api, plan }: Call): RecordFields {
  const shape = findOlderShape(api, plan);
  const stored = recordFields(api.document, (!shape && plan.list?.item) || plan.resource?.schema);
  // What only the schema of a single record describes is shown in lists, too.
  const whole = shape || hasProfile(api) ? undefined : recordFields(api.document, plan.resource?.schema);
  const find = (name: string) => stored.find(name) ?? whole?.find(name);
  return { find: (name) => find(shape?.fields?.[name] ?? name), times: api.profile.times };
}

/** Which of two paging styles was used depends on what was sent, and a default that was not sent filters nothing. */
function sentOnly(values: Record<string, unknown>, query: QueryPairs): Record<string, unknown> {
  const sent = new Set(query.flatMap(([name]) => [name, name.replace(/\[\]$/, '')]));
  return Object.fromEntries(Object.entries(values).filter(([name]) => sent.has(name)));
}

/** A cursor holds the sort values; it is invalid in another order. */
function refuseMark({ plan }: Call): never {
  throw invalidCursor(plan.pager?.parameters[0] ?? 'cursor');
}

/** Parameters that are not fields: paging, order, selection, credentials, and others that the document declares. */
function takenNames({ api, plan }: Call, fields: RecordFields): Set<string> {
  const { sort, fields: selection } = api.profile;
  const schemes = Object.values(api.document.components?.securitySchemes ?? {}) as SecurityScheme[];
  const keys = schemes.flatMap(({ in: place, name }) => (place === 'query' && name ? [name] : []));
  const declared = plan.operation.parameters.flatMap(({ in: place, name }) =>
    place === 'query' && !fields.find(name.replace(/[<>].*/s, '')) ? [name] : [],
  );
  return new Set([
    ...(plan.pager?.parameters ?? []),
    ...(sort?.parameters ?? []),
    ...(selection?.parameters ?? []),
    ...keys,
    ...declared,
  ]);
}

/** Without a convention, a list is filtered by the declared parameters that are named after a field. */
function inferred(call: Call, asked: Record<string, unknown>, fields: RecordFields, query: QueryPairs): Condition {
  const { plan, parameters } = call;
  const { pathFilters = {} } = plan;
  const inPath = Object.keys(pathFilters).map((parameter) => [parameter, parameters.path[parameter]]);
  const sent = { ...asked, ...Object.fromEntries(inPath) };
  const terms = Object.entries({ ...plan.filters, ...pathFilters }).flatMap(([parameter, property]): Condition[] => {
    const field = fields.find(property);
    const value = sent[parameter];
    if (!field || value === undefined || value === null || value === '' || meansAny(plan, parameter, value)) return [];
    const choices = [value]
      .flat()
      .flatMap((one) => (Array.isArray(value) && /,/.test(String(one)) ? [one, ...String(one).split(',')] : [one]))
      .map((one) => equals(field, one));
    return [choices.length === 1 ? (choices[0] as Condition) : { or: choices }];
  });
  return { and: [...terms, ...linksOf(call), ...readRanges(plan.ranges ?? [], { asked: sent, query, fields })] };
}

/** Times of mail are asked for as other times, and by day. */
function equals(field: Field, value: unknown): Comparison {
  if (field.kind === 'number') return { field, operator: 'eq', value: Number(value) };
  const text = String(value);
  const moment = isMailTime(field) && /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : undefined;
  if (!moment || Number.isNaN(moment.getTime())) return { field, operator: 'eq', value: text };
  return text.length === 10
    ? { field, operator: 'startsWith', value: mailDayOf(moment) }
    : { field, operator: 'eq', value: mailTimeOf(moment) };
}

/** `?status=all`, where the document has it among the values, asks for records of any. */
function meansAny({ operation }: OperationPlan, parameter: string, value: unknown): boolean {
  if (typeof value !== 'string' || !/^(all|any|both|everything|todos|todas|tudo)$/i.test(value)) return false;
  return operation.parameters.some(({ name, schema }) => name === parameter && schema?.enum?.includes(value));
}
