import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../answers/refusal.ts';
import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { describeIssue } from '../errors/field-messages.ts';
import { fieldSelection, selectFields } from '../fields/field-selection.ts';
import { nameOfOrder } from '../sort/order.ts';
import { signedSort } from '../sort/signed-sort.ts';
import type { Condition } from './condition.ts';
import { fieldFilters } from './field-filters.ts';
import { recordFields } from './record-fields.ts';

const money = '^[0-9]{1,13}\\.[0-9]{2}$';
const document = {
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  components: { schemas: { Money: { type: 'string', pattern: money } } },
} as OpenApiDocument;
const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    amount: { $ref: '#/components/schemas/Money', description: 'With a reference beside it.' },
    service_code: { type: 'string', pattern: '^[0-9]{2}\\.[0-9]{2}$' },
    number: { type: ['integer', 'null'] },
    paid: { type: 'boolean' },
    status: { type: 'string', enum: ['open', 'closed'] },
    tags: { type: 'array', items: { type: 'string' } },
    created_at: { type: 'string', format: 'date-time' },
    secret: { type: 'string', writeOnly: true },
    address: { type: 'object', properties: { city: { type: 'string' }, name: { type: 'string' } } },
    metadata: { type: 'object', additionalProperties: { type: 'string' } },
  },
};
const fields = recordFields(document, schema);

/** Formats a condition: `(name eq Ana) and (amount gte 100)`. */
function format(condition: Condition): string {
  if ('and' in condition) return condition.and.map(format).join(' and ');
  if ('or' in condition) return `(${condition.or.map(format).join(' or ')})`;
  return `${condition.field.name} ${condition.operator} ${condition.value}`;
}

const ask = (query: string) => format(fieldFilters().read([...new URLSearchParams(query)], fields, new Set(['page'])));

function codesOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return error.issues.map((issue) => `${issue.field} ${describeIssue(issue).code}`);
  }
  return [];
}

describe('a filter', () => {
  test('may name any field, including nested ones, and ignores parameters with another meaning', () => {
    assert.equal(ask('name=Ana&page=2'), 'name eq Ana');
    assert.equal(ask('address.city=Santos'), 'address.city eq Santos');
    assert.equal(ask('city=Santos'), 'address.city eq Santos', 'the only city');
    assert.equal(ask('metadata.vendedor=Ot%C3%A1vio'), 'metadata.vendedor eq Otávio');
    assert.equal(ask('name='), '', 'an empty field is ignored');
  });

  test('compares in the name, however the URL is encoded', () => {
    for (const query of ['amount>=100', 'amount%3E=100', 'amount%3E%3D100', 'amount%3E=100.00'])
      assert.equal(ask(query), 'amount gte 100', query);
    for (const query of ['amount<=200', 'amount%3C=200', 'amount%3C%3D200'])
      assert.equal(ask(query), 'amount lte 200', query);
    for (const query of ['amount>100', 'amount%3E100', 'amount>100=']) assert.equal(ask(query), 'amount gt 100', query);
    assert.equal(ask('amount<100.5&name>M'), 'amount lt 100.5 and name gt M');
    assert.equal(ask('name>=a=b'), 'name gte a=b', 'a value may contain the sign');
    assert.equal(ask('amount>='), '', 'an empty field is ignored');
  });

  test('matches any of several values of one field', () =>
    assert.equal(ask('status=open&status=closed'), '(status eq open or status eq closed)'));

  test('compares amounts as numbers, codes and dates as texts, and a date as all its hours', () => {
    const kinds = ['amount', 'number', 'service_code', 'created_at', 'paid', 'tags'].map(
      (name) => fields.find(name)?.kind,
    );
    assert.deepEqual(kinds, ['number', 'number', 'text', 'text', 'boolean', 'list']);
    assert.equal(ask('created_at>=2026-11-03'), 'created_at gte 2026-11-03');
    assert.equal(ask('created_at<=2026-11-03'), 'created_at lte 2026-11-03\u{10FFFF}');
    assert.equal(ask('created_at=2026-11-03'), 'created_at startsWith 2026-11-03');
    assert.equal(ask('created_at<2026-11-03T10:30'), 'created_at lt 2026-11-03T10:30');
  });

  test('refuses fields that are unknown or write-only, and values of another type', () => {
    const query =
      'nmae=Ana&amount>=ten&paid=yes&status=gone&created_at>=yesterday&secret=x&number=Infinity&tags>a&address=x';
    assert.deepEqual(
      codesOf(() => ask(query)),
      [
        'nmae unknown_field',
        'amount invalid_type',
        'paid invalid_type',
        'status not_allowed_value',
        'created_at invalid_format',
        'secret unknown_field',
        'number invalid_type',
        'tags unknown_field',
        'address unknown_field',
      ],
    );
  });
});

describe('an order', () => {
  const sort = (query: string) => nameOfOrder(signedSort().read([...new URLSearchParams(query)], fields));

  test('is a list of signed names; an unencoded plus arrives as a space', () => {
    assert.equal(sort('sort=-created_at,+name'), '-created_at,name');
    assert.equal(sort('sort=-created_at,%2Bname'), '-created_at,name');
    assert.equal(sort('sort=+amount'), 'amount');
    assert.equal(sort('sort=city,-city, ,'), 'address.city');
    assert.equal(sort('name=x'), '');
  });

  test('refuses fields that are unknown, write-only, or not a single value', () => {
    assert.deepEqual(
      codesOf(() => sort('sort=-nmae,tags,secret,address')),
      Array(4).fill('sort unknown_field'),
    );
  });
});

describe('a selection of fields', () => {
  const select = (query: string) => fieldSelection().read([...new URLSearchParams(query)], fields);
  const record = { name: 'Ana', amount: '1.00', address: { city: 'Santos', name: 'Sede' }, tags: ['a'] };

  test('includes the named fields, in the order of the record', () => {
    assert.deepEqual(selectFields(select('fields=address.city,name') ?? [], record), {
      name: 'Ana',
      address: { city: 'Santos' },
    });
    assert.deepEqual(selectFields(select('fields=address.city,address') ?? [], record), { address: record.address });
    assert.deepEqual(selectFields(select('fields=tags, paid') ?? [], record), { tags: ['a'] });
    assert.equal(select('fields='), undefined);
  });

  test('refuses fields that are unknown or write-only', () => {
    assert.deepEqual(
      codesOf(() => select('fields=name,secret,nmae')),
      ['fields unknown_field', 'fields unknown_field'],
    );
  });
});
