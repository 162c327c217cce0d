import assert from 'node:assert/strict';
import { it } from 'node:test';
import { listStages } from './list-stages.ts';

it('lists stages in the order in which they happen, and what is left of the time', () => {
  const listed = listStages({ duration_ms: 10, stages_ms: { write: 1, handle: 4, identify: 2, later: 1 } });
  assert.deepEqual(
    listed.map(({ name, milliseconds }) => [name, milliseconds]),
    [
      ['identify', 2],
      ['handle', 4],
      ['write', 1],
      ['later', 1],
      ['rest', 2],
    ],
  );
});

it('has no rest where the stages took all of the time', () => {
  assert.deepEqual(listStages({ duration_ms: 2, stages_ms: { handle: 2.001 } }), [
    { name: 'handle', milliseconds: 2.001 },
  ]);
});
