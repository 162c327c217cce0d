import type { Issue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import type { Comparison, Condition, Filters, Operator, QueryPairs } from './condition.ts';
import { readComparison, unknownField } from './read-comparison.ts';
import type { RecordFields } from './record-fields.ts';

const signs: Record<string, Operator> = { '>=': 'gte', '<=': 'lte', '>': 'gt', '<': 'lt' };

/**
 * Any field as a parameter (`city=Santos`), and comparisons in the name (`amount>=100`, `amount<200`). Several `=` on one field match
 * any of the values.
 */
export function fieldFilters(): Filters {
  return {
    name: say('conventions.field-filters'),
    read,
  };
}

function read(query: QueryPairs, fields: RecordFields, taken: ReadonlySet<string>): Condition {
  const issues: Issue[] = [];
  const compared: Comparison[] = [];
  const equal = new Map<string, Condition[]>();
  for (const [name, value] of query) {
    if (taken.has(name)) continue;
    const asked = readPair(name, value);
    if (!asked) {
      const field = name.replace(/[<>].*/s, '');
      if (!fields.find(field)) issues.push(unknownField(field));
      continue;
    }
    const { comparison, issue } = readComparison(fields, asked);
    if (issue) issues.push(issue);
    else if (asked.operator !== 'eq') compared.push(comparison);
    else equal.set(comparison.field.name, [...(equal.get(comparison.field.name) ?? []), comparison]);
  }
  if (issues.length > 0) throw invalidFields(issues);
  const choices = [...equal.values()].map((same) => (same.length === 1 ? (same[0] as Condition) : { or: same }));
  return { and: [...choices, ...compared] };
}

/**
 * `amount>=100` arrives as the name `amount>` with the value `100`, and `amount>100` as a name only; rejoined, they parse alike, even
 * if their signs were encoded. An empty field is ignored.
 */
function readPair(name: string, value: string): { name: string; operator: Operator; value: string } | undefined {
  const [, field, sign = '', operand] =
    /^([^<>=]*)(>=|<=|>|<)(.*)$/s.exec(value === '' ? name : `${name}=${value}`) ?? [];
  const isCompared = /[<>]/.test(name);
  const asked = isCompared
    ? { name: field ?? name, operator: signs[sign] ?? 'eq', value: operand ?? '' }
    : { name, operator: 'eq' as const, value };
  return asked.value === '' ? undefined : asked;
}
