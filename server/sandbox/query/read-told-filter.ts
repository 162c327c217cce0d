import { type Issue, queryIssue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { type Condition, everything, type Operator } from '../../dialect/filters/condition.ts';
import { readComparison, unknownField } from '../../dialect/filters/read-comparison.ts';
import type { RecordFields } from '../../dialect/filters/record-fields.ts';
import type { Order } from '../../dialect/sort/order.ts';
import { maxComparisons, tooManyComparisons } from './max-comparisons.ts';

/** What a filter in JSON asks for: `{"class": "standard", "+or": [{"vcpus": {"+gte": 4}}], "+order_by": "label"}`. */
export interface ToldFilter {
  condition: Condition;
  order: Order;
  /** How many comparisons were written: one that means two in the database, such as "is not", is one. */
  comparisons: number;
}

const operators: Record<string, Operator> = {
  eq: 'eq',
  gt: 'gt',
  gte: 'gte',
  lt: 'lt',
  lte: 'lte',
  contains: 'contains',
};
/** Deeper filters are an attack. */
const deepest = 8;
/** Each comparison may stand in an object of its own. */
const mostParts = 3 * maxComparisons;

/** Reads a filter in JSON; operators begin with a sign. Refuses what is none, and fields that the records do not have. */
export function readToldFilter(header: string, text: string, fields: RecordFields): ToldFilter {
  const issues: Issue[] = [];
  const sent = parse(header, text);
  let parts = 0;
  let comparisons = 0;
  const condition = all(sent, 0);
  const order = orderOf(sent);
  if (issues.length > 0) throw invalidFields(issues);
  return { condition, order, comparisons };

  function all(filter: unknown, depth: number): Condition {
    if (!isObject(filter) || depth > deepest) throw refused(header);
    countPart();
    return { and: Object.entries(filter).map(([name, value]) => one(name, value, depth)) };
  }

  function one(name: string, value: unknown, depth: number): Condition {
    const word = signed(name);
    if (word === undefined) return compared(name, value);
    if (word === 'order' || word === 'order_by') return everything;
    if ((word !== 'and' && word !== 'or') || !Array.isArray(value)) throw refused(header);
    const filters = value.map((each) => all(each, depth + 1));
    return word === 'and' ? { and: filters } : { or: filters };
  }

  function compared(name: string, value: unknown): Condition {
    countPart();
    const written = isObject(value) ? Object.entries(value) : [['+eq', value] as const];
    comparisons += written.length;
    const bounds = written.map(([sign, bound]): Condition => {
      const word = signed(sign) ?? '';
      if (word === 'neq') return { or: [comparison(name, 'lt', bound), comparison(name, 'gt', bound)] };
      const operator = Object.hasOwn(operators, word) ? operators[word] : undefined;
      if (!operator) throw refused(header);
      return comparison(name, operator, bound);
    });
    return { and: bounds };
  }

  /** What is empty compares nothing, and still is a part of the expression. */
  function countPart(): void {
    parts += 1;
    if (parts > mostParts) throw tooManyComparisons();
  }

  function comparison(name: string, operator: Operator, value: unknown): Condition {
    const read = readComparison(fields, { name, operator, value: String(value) });
    if (read.issue) issues.push(read.issue);
    return read.comparison ?? everything;
  }

  function orderOf(filter: unknown): Order {
    const own = isObject(filter) ? filter : {};
    const name = own['+order_by'] ?? own.$order_by;
    if (name === undefined) return [];
    const field = fields.find(String(name));
    if (!field) issues.push(unknownField(String(name)));
    return field ? [{ field, descending: (own['+order'] ?? own.$order) === 'desc' }] : [];
  }
}

function signed(name: string): string | undefined {
  return /^[+$](\w+)$/.exec(name)?.[1];
}

function parse(header: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(header);
  }
}

function refused(header: string) {
  return invalidFields([queryIssue(header, 'type', { type: 'object' }, 'is no filter')]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
