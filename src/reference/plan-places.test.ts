import assert from 'node:assert/strict';
import test from 'node:test';
import type { Schema } from '../documents/operation-data.ts';
import { planPlaces } from './plan-places.ts';
import type { Schemas } from './schema-view.ts';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text = (length: number): Schema => ({ description: 'x'.repeat(length) });
const fields = (count: number, each: Schema = {}) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, each]));
const plan = (schema: Schema, schemas: Schemas) => planPlaces([{ schema, id: 'body', direction: 'response' }], schemas);
const placesOf = (schema: Schema, schemas: Schemas) => [...plan(schema, schemas).places];

test('schemas that contain each other are planned to a bounded size, quickly', () => {
  const names = Array.from({ length: 40 }, (_, index) => `S${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, ref(name)]));
  const crossed = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
  assert.ok(placesOf(ref('S0'), crossed).length <= 40);
  const chain = Object.fromEntries(names.map((name, index) => [name, { properties: { next: ref(`S${index + 1}`) } }]));
  assert.equal(placesOf(ref('S0'), chain).length, 9);
});

test('a shared schema is in the HTML at each use in a small tree, and once in a large one', () => {
  const roles = { author: ref('User'), editors: { type: 'array', items: ref('User') }, owner: ref('User') };
  const places = (own: number) =>
    placesOf(ref('Post'), { Post: { properties: { ...roles, ...fields(own) } }, User: { properties: fields(20) } });
  assert.deepEqual(places(10), ['body.author', 'body.editors', 'body.owner']);
  assert.deepEqual(places(200), ['body.author']);
});

test('beyond what a page has room for, the HTML has the levels that are nearest, of the first tree before the others', () => {
  const schemas = {
    Order: { properties: { customer: ref('Customer'), note: text(20_000) } },
    Customer: { properties: { address: ref('Address'), notes: text(12_000) } },
    Address: { properties: { street: text(14_000), country: ref('Country') } },
    Country: { properties: { name: text(10_000) } },
  };
  const trees = ['body', 'response-200', 'response-400'].map((id) => {
    return { schema: ref('Order'), id, direction: 'response' as const };
  });
  const { places, opened } = planPlaces(trees, schemas);
  assert.deepEqual([...places], ['body.customer', 'response-200.customer']);
  assert.deepEqual([...opened], ['Order', 'Customer']);
});

test('of variants, the first is in the HTML with its parent, and others where there is room', () => {
  const schemas = { Card: { properties: fields(3) }, Slip: { properties: { text: text(40_000) } } };
  const { places, opened } = plan({ oneOf: [ref('Card'), ref('Slip'), ref('Card')] }, schemas);
  assert.deepEqual([...places], ['body.3']);
  assert.deepEqual([...opened], ['Card']);
});
