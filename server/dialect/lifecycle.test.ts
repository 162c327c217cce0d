import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dueAfter, findNextStep, type Lifecycle, magicPrefix, seconds, statesOf } from './lifecycle.ts';

const lifecycle: Lifecycle = {
  property: 'state',
  initial: 'new',
  outcome: magicPrefix('note', { FAIL: 'bad', STAY: 'none' }, 'good'),
  steps: [
    { from: 'new', after: seconds(5), to: 'failed', outcome: 'bad' },
    { from: 'new', after: seconds(5), to: 'sent' },
    { from: 'sent', after: seconds(10), to: 'done', outcome: 'good' },
  ],
  cancel: { from: ['sent'], to: 'canceled' },
};

describe('a lifecycle', () => {
  test('takes the outcome that a prefix chooses, and the usual one otherwise', () => {
    const way = (note: unknown) => lifecycle.outcome?.({ note });
    assert.deepEqual(['FAIL', 'FAILED', 'STAY here', 'fail', ' FAIL', '', undefined, null].map(way), [
      'bad',
      'bad',
      'none',
      'good',
      'good',
      'good',
      'good',
      'good',
    ]);
  });

  test('continues from the current state of a record', () => {
    const next = (record: Record<string, unknown>) => findNextStep(lifecycle, record)?.to;
    assert.equal(next({ state: 'new' }), 'sent');
    assert.equal(next({ state: 'new', note: 'FAIL' }), 'failed');
    assert.equal(next({ state: 'sent' }), 'done');
    for (const record of [
      { state: 'sent', note: 'STAY' },
      { state: 'done' },
      { state: 'canceled' },
      { state: 'unheard of' },
      {},
    ])
      assert.equal(next(record), undefined);
  });

  test('gives the due time, or null if nothing follows', () => {
    assert.equal(dueAfter(lifecycle, { state: 'sent' }, 1_000), 11_000);
    assert.equal(dueAfter(lifecycle, { state: 'done' }, 1_000), null);
  });

  test('lists every state once', () => {
    assert.deepEqual([...statesOf(lifecycle)].sort(), ['canceled', 'done', 'failed', 'new', 'sent']);
  });
});
