import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withoutFaulty } from './without-faulty.ts';

const items = Array.from({ length: 1000 }, (_, at) => at);

describe('what is made of many items', () => {
  test('is made without those that are faulty, however many, in a bounded number of attempts', () => {
    for (const share of [1000, 40, 3, 2, 1.01]) {
      const isFaulty = (item: number) => Math.floor(item / share) !== Math.floor((item - 1) / share) && item > 0;
      let [attempts, tried] = [0, 0];
      const { made, lost } = withoutFaulty(items, (some) => {
        attempts++;
        tried += some.length;
        if (some.some(isFaulty)) throw new Error('faulty');
        return some;
      });
      assert.deepEqual(
        made,
        items.filter((item) => !isFaulty(item)),
      );
      assert.deepEqual(
        lost.map(({ item }) => item),
        items.filter(isFaulty),
      );
      assert.ok(tried <= 14 * items.length && attempts <= 2 * items.length + 5, `${share}: ${attempts}, ${tried}`);
    }
  });

  test('is made of the first of those that are only sound apart', () => {
    const { made, lost } = withoutFaulty(items, (some) => {
      const twice = some.find((item, at) => some.findIndex((other) => other % 990 === item % 990) < at);
      if (twice !== undefined) throw new Error(`${twice} is there twice`);
      return some;
    });
    assert.deepEqual(made, items.slice(0, 990));
    assert.deepEqual(
      lost.map(({ item }) => item),
      items.slice(990),
    );
    assert.match(String(lost[0]?.error), /990 is there twice/);
  });

  test('keeps some of very many that are only sound apart', () => {
    let attempts = 0;
    const { made, lost } = withoutFaulty(items, (some) => {
      attempts++;
      if (new Set(some.map((item) => item % 20)).size < some.length) throw new Error('twice');
      return some;
    });
    assert.ok(made.length > 0 && attempts < 4000, `${made.length} after ${attempts}`);
    assert.equal(made.length + lost.length, items.length);
  });

  test('fails with the first error where no item is to blame, or none is sound', () => {
    let attempts = 0;
    const fails = (length: number) => () =>
      withoutFaulty(items, (some) => {
        attempts++;
        if (some.length >= length) throw new Error(`fails with ${some.length}`);
      });
    assert.throws(fails(0), /^Error: fails with 1000$/);
    assert.equal(attempts, 2);
    assert.throws(fails(1), /^Error: fails with 1000$/);
  });
});
