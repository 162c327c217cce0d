import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiLine } from './api-index-data.ts';
import { groupApis } from './group-apis.ts';

const line = (slug: string, group?: string) => ({ slug, group }) as ApiLine;

test('APIs stand under the heading of their group, in the order of the portal', () => {
  const apis = [line('a'), line('b', 'Sales'), line('c'), line('d', 'Sales'), line('e'), line('f', 'Trains')];
  assert.deepEqual(
    groupApis(apis).map(({ heading, apis }) => [heading, ...apis.map(({ slug }) => slug)]),
    [
      [undefined, 'a'],
      ['Sales', 'b', 'd'],
      [undefined, 'c', 'e'],
      ['Trains', 'f'],
    ],
  );
});
