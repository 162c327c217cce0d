import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chooseType, groupByApi, isChosen } from './chosen-types.ts';

const types = ['notas:issued', 'notas:rejected', 'crm:created'].map((name) => {
  const [api = '', type = ''] = name.split(':');
  return { name, api, type, store: 'records', api_versions: [] };
});
const choose = (chosen: string[], name: string, wanted: boolean) => chooseType(types, chosen, name, wanted);

it('matches single types and wildcards', () => {
  assert.equal(isChosen(['*'], 'notas:issued'), true);
  assert.equal(isChosen(['notas:*'], 'notas:issued'), true);
  assert.equal(isChosen(['notas:*'], 'crm:created'), false);
  assert.equal(isChosen(['notas:issued'], 'notas:*'), false);
});

it('adds and removes single types and whole APIs', () => {
  assert.deepEqual(choose([], 'notas:issued', true), ['notas:issued']);
  assert.deepEqual(choose(['notas:issued'], 'crm:*', true), ['notas:issued', 'crm:*']);
  assert.deepEqual(choose(['notas:issued', 'crm:*'], 'notas:*', true), ['crm:*', 'notas:*']);
  assert.deepEqual(choose(['crm:*', 'notas:*'], 'notas:*', false), ['crm:*']);
  assert.deepEqual(choose(['notas:issued'], '*', true), ['*']);
});

it('keeps the other types of an API when one of them is removed', () => {
  assert.deepEqual(choose(['notas:*'], 'notas:issued', false), ['notas:rejected']);
});

it('groups the types by API', () => {
  assert.deepEqual(
    groupByApi(types).map(([api, { length }]) => [api, length]),
    [
      ['notas', 2],
      ['crm', 1],
    ],
  );
});
