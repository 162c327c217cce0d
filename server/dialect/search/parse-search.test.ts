import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../../answers/refusal.ts';
import type { Condition } from '../filters/condition.ts';
import { fieldFilters } from '../filters/field-filters.ts';
import { recordFields } from '../filters/record-fields.ts';
import { parseSearch } from './parse-search.ts';
import { searchLanguage } from './search-language.ts';

const text = { type: 'string' };
const fields = recordFields({ openapi: '3.1.0', info: { title: 'A', version: '1' } } as never, {
  type: 'object',
  properties: {
    a: text,
    b: text,
    c: text,
    supplierName: text,
    status: { type: 'string', enum: ['OPEN', 'PAID'] },
    amount: { type: 'number' },
    paymentDate: { type: 'string', format: 'date' },
    updatedAt: { type: 'string', format: 'date-time' },
    buyer: { type: 'object', properties: { city: text } },
  },
});

const signs: Record<string, string> = {
  eq: '=',
  gte: '>=',
  lte: '<=',
  gt: '>',
  startsWith: '^=',
  endsWith: '$=',
  contains: '~=',
};

/** Formats a condition, with parentheses around each group. */
function shown(condition: Condition): string {
  if ('and' in condition) return `(${condition.and.map(shown).join(' & ')})`;
  if ('or' in condition) return `(${condition.or.map(shown).join(' | ')})`;
  return `${condition.field.name}${signs[condition.operator]}${condition.value}`;
}
const parsed = (search: string) => shown(parseSearch(search, fields));

test('":" means equal, ">" at least, "<" at most', () => {
  assert.equal(parsed('a:1'), 'a=1');
  assert.equal(parsed('amount>10.5'), 'amount>=10.5');
  assert.equal(parsed('paymentDate<2020-04-23'), 'paymentDate<=2020-04-23');
  assert.equal(parsed('city:Santos'), 'buyer.city=Santos');
});

test('a date covers all its hours if the field is a date-time', () => {
  assert.equal(parsed('updatedAt:2020-04-23'), 'updatedAt^=2020-04-23');
  assert.equal(parsed('updatedAt<2020-04-23'), 'updatedAt<=2020-04-23\u{10FFFF}');
});

test('* is a wildcard at the start, the end, or both', () => {
  assert.equal(parsed('supplierName:*Azul'), 'supplierName$=Azul');
  assert.equal(parsed('supplierName:Azul*'), 'supplierName^=Azul');
  assert.equal(parsed('supplierName:*Azul*'), 'supplierName~=Azul');
  assert.equal(parsed('supplierName:*'), 'supplierName>');
  assert.equal(parsed('supplierName:**'), 'supplierName>');
});

test('AND binds tighter than OR; parentheses nest', () => {
  assert.equal(parsed('a:1 OR b:2 AND c:3'), '(a=1 | (b=2 & c=3))');
  assert.equal(parsed('a:1 AND b:2 OR c:3'), '((a=1 & b=2) | c=3)');
  assert.equal(parsed('(a:1 OR b:2) AND c:3'), '((a=1 | b=2) & c=3)');
  assert.equal(parsed('((a:1)) AND (b:2 OR (c:3 AND (a:4 OR b:5)))'), '(a=1 & (b=2 | (c=3 & (a=4 | b=5))))');
  assert.equal(parsed('(a:1)and(b:2)'), '(a=1 & b=2)');
});

test('quotes may contain spaces, parentheses and keywords', () => {
  assert.equal(parsed('supplierName:"Fornecedor Azul (SP) AND Cia"'), 'supplierName=Fornecedor Azul (SP) AND Cia');
  assert.equal(parsed('supplierName:*"Azul Ltda"'), 'supplierName$=Azul Ltda');
  assert.equal(parsed('supplierName:"Fornecedor A*"'), 'supplierName^=Fornecedor A');
  assert.equal(parsed('supplierName:"\\*\\"Azul\\" \\\\"'), 'supplierName=*"Azul" \\');
});

test('signs inside a value are part of it', () => {
  assert.equal(parsed('a:x:y>z'), 'a=x:y>z');
});

for (const [search, column, reason] of [
  ['a', 2, /":", ">" or "<" is expected after a/],
  ['a:', 3, /a value is expected after a:/],
  ['a: 1', 3, /a value is expected/],
  [':1', 1, /a field is expected/],
  ['a:1 b:2', 5, /AND or OR is expected/],
  ['a:1 AND', 8, /a term or "\(" is expected/],
  ['a:1 AND OR b:2', 9, /a term/],
  ['AND a:1', 1, /a term/],
  ['(a:1', 5, /"\)" is expected/],
  ['(a:1 b:2)', 6, /AND or OR is expected/],
  ['a:1)', 4, /AND or OR is expected/],
  ['()', 2, /a term/],
  ['a:"x', 3, /never closed/],
  ['a:x*y', 3, /\* is only allowed at the start/],
  ['amount>*1', 8, /\* is only allowed at the start/],
  ['a:1 AND nope:2', 9, /"nope" is not a field/],
  ['a:1 AND buyer:2', 9, /"buyer" is not a field/],
  ['amount:many', 1, /"amount" must be of type number/],
  ['status:CLOSED', 1, /"status" must be one of "OPEN", "PAID"/],
  ['paymentDate>soon', 1, /"paymentDate" must be a valid date/],
  [`${'('.repeat(21)}a:1${')'.repeat(21)}`, 21, /nested at most 20 levels deep/],
  [`a:1${' OR a:1'.repeat(100)}`, 701, /at most 100 terms/],
  ['😀:1', 1, /not a field/],
  ['a:😀 x', 6, /AND or OR|":"/],
] as const) {
  test(`a syntax error has its column: ${search.slice(0, 30)}`, () => {
    assert.throws(
      () => searchLanguage(fieldFilters()).read([['search', search]], fields, new Set()),
      (error) => {
        assert.ok(error instanceof Refusal);
        const [issue] = error.issues;
        const actual = issue?.params.reason as { en: string } | undefined;
        assert.match(actual?.en ?? '', reason);
        assert.equal(issue?.params.column, column, search);
        assert.equal(issue?.field, 'search');
        return true;
      },
    );
  });
}

test('an empty search matches everything; several searches are combined with AND', () => {
  const read = (...searches: string[]) =>
    shown(
      searchLanguage(fieldFilters()).read(
        searches.map((one) => ['search', one]),
        fields,
        new Set(),
      ),
    );
  assert.equal(read(''), '()');
  assert.equal(read('a:1 AND b:2', 'c:3 OR a:2'), '(a=1 & b=2 & (c=3 | a=2))');
});
