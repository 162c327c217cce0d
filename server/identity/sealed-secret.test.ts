import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePeppers } from './peppers.ts';
import { seal, unseal } from './sealed-secret.ts';

const pepper = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const old = parsePeppers(`1:${pepper(1)}`);
const both = parsePeppers(`1:${pepper(1)},2:${pepper(2)}`);

describe('a sealed secret', () => {
  test('reveals nothing, and is never sealed the same way twice', () => {
    const [one, two] = [seal(old, 'whe_1', 'whsec_abc'), seal(old, 'whe_1', 'whsec_abc')];
    assert.notEqual(one, two);
    assert.ok(!one.includes('whsec'));
    assert.equal(unseal(old, 'whe_1', one), 'whsec_abc');
  });

  test('opens only for its owner, under its own pepper, and unmodified', () => {
    const sealed = seal(old, 'whe_1', 'whsec_abc');
    assert.throws(() => unseal(old, 'whe_2', sealed));
    assert.throws(() => unseal(parsePeppers(`1:${pepper(3)}`), 'whe_1', sealed));
    assert.throws(() => unseal(old, 'whe_1', sealed.slice(0, -2)));
    assert.throws(() => unseal(old, 'whe_1', 'nonsense'), /no sealed secret/);
    assert.throws(() => unseal(parsePeppers(`2:${pepper(2)}`), 'whe_1', sealed), /no pepper of version 1/);
  });

  test('stays readable when a newer pepper is added, which seals from then on', () => {
    assert.equal(unseal(both, 'whe_1', seal(old, 'whe_1', 'before')), 'before');
    assert.match(seal(both, 'whe_1', 'after'), /^2\./);
  });
});
