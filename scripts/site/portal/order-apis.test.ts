import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import { groupOf, orderApis } from './order-apis.ts';

const apis = ['a', 'b', 'c', 'd', 'platform', 'z'].map((slug) => ({ slug }));
const portal = (wanted: Portal['apis']): Portal => ({
  name: 'T',
  languages: ['pt-BR'],
  ...(wanted && { apis: wanted }),
});
const inOrder = (wanted: Portal['apis']) => orderApis(apis, portal(wanted)).map(({ slug }) => slug);

test('APIs come in the order of the settings, and those that these do not name follow, the portal’s own last', () => {
  assert.deepEqual(inOrder(undefined), ['a', 'b', 'c', 'd', 'z', 'platform']);
  assert.deepEqual(inOrder(['platform']), ['platform', 'a', 'b', 'c', 'd', 'z']);
  assert.deepEqual(inOrder(['d', { label: 'G', apis: ['c', 'a'] }]), ['d', 'c', 'a', 'b', 'z', 'platform']);
});

test('an API that does not exist is named, with those that do', () => {
  assert.throws(() => inOrder(['e']), /^Error: cais\.config\.ts: apis names "e"\. There are a, b, c, d, platform, z: /);
});

test('so is one whose servers the settings name', () => {
  const settings = { ...portal(undefined), console: { apis: { e: ['document'] } } };
  assert.throws(
    () => orderApis(apis, settings),
    /^Error: cais\.config\.ts: console\.apis names "e"\. There are a, b, /,
  );
});

test('the heading of a group is in the language of the page, else in the one that there is', () => {
  const grouped = portal([{ label: { en: 'Trains' }, apis: ['a'] }, 'b']);
  assert.deepEqual(
    [groupOf('a', grouped, 'en'), groupOf('a', grouped, 'pt-BR'), groupOf('b', grouped, 'en')],
    ['Trains', 'Trains', undefined],
  );
});
