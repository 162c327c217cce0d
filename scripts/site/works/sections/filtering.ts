import type { OperationPlan } from '../../../../server/plan/plan-types.ts';
import { type FoundList, findList, itemsOf } from '../list-calls.ts';
import { code, table } from '../markdown.ts';
import type { Answer } from '../session.ts';
import { isSuccess, type ShownCall, showCall } from '../show-call.ts';
import { describe, linkTo, plansOf, type Section, say, type Works } from '../works.ts';

const mostRows = 12;

/** Which lists can be filtered, sorted and narrowed to some fields, and how. */
export async function filtering(works: Works): Promise<Section | undefined> {
  const plans = plansOf(works.api, 'list');
  const filtersOf = (plan: OperationPlan) => namesOfFilters(works, plan).length;
  const likely = [...plans].sort((a, b) => filtersOf(b) - filtersOf(a));
  const found = await findList(works, likely, { inOrder: true });
  if (!found) return undefined;
  const parts = [
    ...describeFilters(works, found),
    ...(await showFilter(works, found)),
    ...(await showSort(works, found)),
    ...(await showFields(works, found)),
    ...(await showChanges(works, found)),
  ];
  return parts.length > 0 ? { id: 'filters', title: say(works, 'filters'), parts } : undefined;
}

/** The declared parameters of a list that have no other meaning. */
function namesOfFilters({ api: { profile } }: Works, { operation, pager }: OperationPlan): string[] {
  const taken = new Set([
    ...(pager?.parameters ?? []),
    ...(profile.sort?.parameters ?? []),
    ...(profile.fields?.parameters ?? []),
    profile.lastChange?.parameter,
  ]);
  return operation.parameters
    .filter(({ in: place, name }) => place === 'query' && !taken.has(name))
    .map(({ name }) => name);
}

function describeFilters(works: Works, { plan }: FoundList): string[] {
  const names = namesOfFilters(works, plan);
  if (names.length === 0) return [];
  const rows = names.slice(0, mostRows).map((name) => [code(name), describe(works, plan.operation, name)]);
  const others = names.length - mostRows;
  return [
    say(works, 'filtered', { operation: linkTo(works, plan.operation) }),
    table([say(works, 'parameter'), say(works, 'meaning')], rows),
    ...(others > 0 ? [say(works, 'andOthers', { count: others })] : []),
  ];
}

type Field = [name: string, value: string];

/** Fields with a value that a query can say: first those that some records share, last those that all do. */
function fieldsOf({ items }: FoundList): Field[] {
  const [first = {}] = items;
  const isSayable = (value: unknown) =>
    (typeof value === 'string' && value !== '' && value.length < 40) || typeof value === 'number';
  const fields = Object.entries(first).flatMap(([name, value]): Field[] =>
    isSayable(value) ? [[name, String(value)]] : [],
  );
  const rank = ([name, value]: Field) => {
    const sharing = items.filter((item) => String(item[name]) === value).length;
    return sharing === items.length ? 2 : sharing === 1 ? 1 : 0;
  };
  return fields.sort((a, b) => rank(a) - rank(b));
}

async function showFilter(works: Works, found: FoundList): Promise<string[]> {
  const { plan } = found;
  const { properties, parameterOf } = declaredFilters(found);
  const isFilteredBy =
    ([name, value]: Field) =>
    (answer: Answer) => {
      const items = isSuccess(answer) ? itemsOf(answer, plan) : [];
      return items.length > 0 && items.every((item) => String(item[name]) === value);
    };
  const parts: string[] = [];
  for (const field of fieldsOf(found)
    .filter(([name]) => properties.has(name))
    .slice(0, 5)) {
    const [name, value] = field;
    const call = found.call({ query: { [parameterOf(name)]: value } });
    const shown = await showCall(works, call, isFilteredBy(field), { ...recordOf(plan, name), items: 2 });
    if (!shown) continue;
    parts.push(...shown.parts);
    break;
  }
  const [other] = works.api.profile.filters ? fieldsOf(found).filter(([name]) => !properties.has(name)) : [];
  const call = other && found.call({ query: { [other[0]]: other[1] } });
  const shown = call && (await showCall(works, call, isFilteredBy(other), { ...recordOf(plan, other[0]), items: 2 }));
  return [...parts, ...after(say(works, 'anyField', { field: code(other?.[0] ?? '') }), shown)];
}

/** The properties by which declared parameters filter, and which parameter does. */
function declaredFilters({ plan }: FoundList) {
  const parameters = new Map(Object.entries(plan.filters).map(([parameter, property]) => [property, parameter]));
  return { properties: parameters, parameterOf: (property: string) => parameters.get(property) ?? property };
}

/** A record with nothing but its id and a property. */
function recordOf({ resource }: OperationPlan, property: string) {
  return { only: [resource?.idKey ?? property, property] };
}

async function showSort(works: Works, found: FoundList): Promise<string[]> {
  const parameter = works.api.profile.sort?.parameters[0];
  if (parameter === undefined) return [];
  // An order of ids tells nothing.
  const names = fieldsOf(found).map(([name]) => name);
  for (const name of names.filter((each) => !/id$/i.test(each)).slice(0, 8)) {
    // Which of the spellings an API has is found out by asking.
    for (const value of [`-${name}`, `${name},desc`]) {
      const isSorted = (answer: Answer) => {
        const values = isSuccess(answer)
          ? itemsOf(answer, found.plan).map((item) => item[name] as string | number)
          : [];
        return (
          new Set(values).size > 1 && values.every((each, index) => index === 0 || each <= (values[index - 1] ?? each))
        );
      };
      const call = { ...found.call({ query: { [parameter]: value } }) };
      const shown = await showCall(works, call, isSorted, {
        items: 3,
        only: [found.plan.resource?.idKey ?? name, name],
      });
      if (shown)
        return [
          say(works, 'sorted', { parameter: code(parameter), value: code(value), name: code(name) }),
          ...shown.parts,
        ];
    }
  }
  return [];
}

async function showFields(works: Works, found: FoundList): Promise<string[]> {
  const parameter = works.api.profile.fields?.parameters[0];
  const names = fieldsOf(found)
    .map(([name]) => name)
    .slice(0, 2);
  if (parameter === undefined || names.length === 0) return [];
  const call = found.call({ query: { [parameter]: names.join(',') } });
  const shown = await showCall(works, call, isSuccess, { items: 2 });
  return after(say(works, 'selected', { parameter: code(parameter) }), shown);
}

async function showChanges(works: Works, found: FoundList): Promise<string[]> {
  const { lastChange } = works.api.profile;
  const last = found.items.at(-2) ?? found.items.at(-1);
  const moment = lastChange && last?.[lastChange.property];
  if (!lastChange || typeof moment !== 'string') return [];
  const call = found.call({ query: { [lastChange.parameter]: moment } });
  const shown = await showCall(works, call, isSuccess, { items: 1 });
  return after(
    say(works, 'changes', { parameter: code(lastChange.parameter), property: code(lastChange.property) }),
    shown,
  );
}

function after(text: string, shown: ShownCall | undefined): string[] {
  return shown ? [text, ...shown.parts] : [];
}
