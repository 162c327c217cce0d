import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseNear } from './choose-near.ts';

const pages = (count: number) => Array.from({ length: count }, (_, index) => index);

test('a short group is shown in full', () => {
  assert.deepEqual(chooseNear(pages(40), 39), pages(40));
});

test('in a long group, the current page is shown among its neighbours, at any length', () => {
  for (const chosen of [0, 1, 100, 198, 199]) {
    const shown = chooseNear(pages(200), chosen);
    assert.equal(shown.length, 24);
    assert.ok(shown.includes(chosen));
  }
  assert.deepEqual(chooseNear(pages(200), -1), pages(24));
});
