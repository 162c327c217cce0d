import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../answers/refusal.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import type { Condition } from './condition.ts';
import { fieldFilters } from './field-filters.ts';
import { flagFilters } from './flag-filters.ts';
import { recordFields } from './record-fields.ts';

const document = { openapi: '3.1.0', info: { title: 'A', version: '1' } } as OpenApiDocument;
const files = { type: 'object', properties: { sent: { type: 'boolean' }, name: { type: 'string' } } };
const people = { type: 'object', properties: { name: { type: 'string' } } };
const filters = flagFilters({ unsent: { field: 'sent', value: 'false' } }, fieldFilters());

const ask = (query: string, schema: Schema = files) =>
  format(filters.read([...new URLSearchParams(query)], recordFields(document, schema), new Set()));

function format(condition: Condition): string {
  if ('field' in condition) return `${condition.field.name} ${condition.operator} ${condition.value}`;
  return ('and' in condition ? condition.and : condition.or).map(format).filter(Boolean).join(' and ');
}

describe('a flag', () => {
  test('that is set matches the records whose field has its value', () => {
    assert.equal(ask('unsent=1'), 'sent eq false');
    assert.equal(ask('unsent=true&name=a.pdf'), 'sent eq false and name eq a.pdf');
  });

  test('that is not set is ignored', () => {
    assert.equal(ask('unsent=0'), '');
    assert.equal(ask('unsent='), '');
    assert.equal(ask('name=a.pdf'), 'name eq a.pdf');
  });

  test('for a field that records do not have is an unknown parameter', () => {
    assert.throws(
      () => ask('unsent=1', people),
      (error) => error instanceof Refusal && error.issues[0]?.field === 'unsent',
    );
    assert.throws(() => ask('toString=1'), Refusal);
  });
});
