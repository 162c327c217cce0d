import { describeIssue } from '../errors/field-messages.ts';
import type { Condition, Operator } from '../filters/condition.ts';
import { readComparison } from '../filters/read-comparison.ts';
import type { RecordFields } from '../filters/record-fields.ts';
import { SearchSyntaxError } from './search-syntax-error.ts';
import { readTokens, type SearchToken } from './search-tokens.ts';

const maxDepth = 20;
const maxTerms = 100;

type Term = Extract<SearchToken, { kind: 'term' }>;

/**
 * Parses `a:1 AND (b:2 OR c>3)`; throws SearchSyntaxError. AND binds tighter than OR:
 *
 *     search = all { "OR" all }      all = part { "AND" part }      part = "(" search ")" | term
 */
export function parseSearch(text: string, fields: RecordFields): Condition {
  const tokens = readTokens(text);
  const excess = tokens.filter(({ kind }) => kind === 'term')[maxTerms];
  if (excess) throw new SearchSyntaxError(excess.column, 'length', String(maxTerms));
  let at = 0;
  const condition = readSearch(0);
  if (next().kind !== 'end') throw new SearchSyntaxError(next().column, 'joint');
  return condition;

  function readSearch(depth: number): Condition {
    const choices = [readAll(depth)];
    while (next().kind === 'or') {
      at += 1;
      choices.push(readAll(depth));
    }
    return choices.length === 1 ? (choices[0] as Condition) : { or: choices };
  }

  function readAll(depth: number): Condition {
    const parts = [readPart(depth)];
    while (next().kind === 'and') {
      at += 1;
      parts.push(readPart(depth));
    }
    return parts.length === 1 ? (parts[0] as Condition) : { and: parts };
  }

  function readPart(depth: number): Condition {
    const token = next();
    if (token.kind === 'term') {
      at += 1;
      return readTerm(token, fields);
    }
    if (token.kind !== 'open') throw new SearchSyntaxError(token.column, 'term');
    if (depth === maxDepth) throw new SearchSyntaxError(token.column, 'depth', String(maxDepth));
    at += 1;
    const inside = readSearch(depth + 1);
    if (next().kind !== 'close') throw new SearchSyntaxError(next().column, next().kind === 'end' ? 'close' : 'joint');
    at += 1;
    return inside;
  }

  function next(): SearchToken {
    return tokens[at] as SearchToken;
  }
}

const signs: Record<string, Operator> = { ':': 'eq', '>': 'gte', '<': 'lte' };

function readTerm({ field: name, sign, value, column, valueColumn }: Term, fields: RecordFields): Condition {
  const isStar = (index: number) => value[index]?.text === '*' && !value[index].escaped;
  const [starts, ends] = [isStar(0), value.length > 1 && isStar(value.length - 1)];
  const inner = value.slice(starts ? 1 : 0, ends ? -1 : undefined);
  const stray = inner.findIndex(({ text, escaped }) => text === '*' && !escaped);
  if (stray >= 0 || ((starts || ends) && sign !== ':')) throw new SearchSyntaxError(valueColumn, 'star');
  const text = inner.map(({ text }) => text).join('');
  const operator = starts && ends ? 'contains' : starts ? 'endsWith' : ends ? 'startsWith' : (signs[sign] as Operator);
  // A lone star matches any non-empty value.
  const asked = text === '' && starts ? { name, operator: 'gt' as const, value: '' } : { name, operator, value: text };
  const { comparison, issue } = readComparison(fields, asked);
  if (issue) throw new SearchSyntaxError(column, describeIssue({ ...issue, in: 'body' }).text);
  return comparison;
}
