import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../openapi/document-types.ts';
import { inferIdKey } from './id-key.ts';

const document = { openapi: '3.1.0', info: { title: 'Any', version: '1' }, paths: {} };
const keyOf = (properties: Record<string, Schema>) =>
  inferIdKey(document, [{ schema: { type: 'object', properties } }], 'filters', { name: 'id' }).key;

test('a list or an object is never an id, whatever its name', () => {
  assert.equal(keyOf({ id: { type: 'array', items: { type: 'integer' } }, code: { type: 'string' } }), 'code');
  assert.equal(keyOf({ id: { type: 'object' } }), undefined);
  assert.equal(keyOf({ id: { type: 'integer' } }), 'id');
});
