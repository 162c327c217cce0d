import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseSteps } from './choose-steps.ts';

const lanesOf = (...words: string[]) => chooseSteps(words).map((lane) => lane.map(({ name }) => name));

test('without a word, every step runs once', () => {
  const names = lanesOf().flat();
  assert.deepEqual(names.slice(0, 3), ['build', 'weights', 'journeys']);
  assert.equal(new Set(names).size, names.length);
});

test('what needs the built portal has it built first, and only once', () => {
  assert.deepEqual(lanesOf('journeys', 'weights'), [['build', 'weights', 'journeys']]);
  assert.deepEqual(lanesOf('build', 'e2e/http', 'weights', 'lint'), [['build', 'weights', 'e2e'], ['lint']]);
  assert.deepEqual(lanesOf('guides'), [['guides']]);
});

test('a step goes before a folder of its name, and any other folder or file is a path', () => {
  assert.deepEqual(lanesOf('server', 'types'), [['types', 'server']]);
  assert.deepEqual(lanesOf('specs', 'scripts/tests/choose-steps.test.ts'), [['server']]);
  assert.deepEqual(lanesOf('e2e'), [['build', 'e2e']]);
  assert.deepEqual(lanesOf('e2e/http/remember.test.ts:12'), [['build', 'e2e']]);
});

test('a word that is no step, and each path without a test, is refused', () => {
  assert.throws(() => lanesOf('types', 'typos'), /No such step: typos\. There are build, /);
  assert.throws(() => lanesOf('se'), /No such step: se\./);
  assert.throws(() => lanesOf('server/plan', 'server/plans/'), /There is no test below server\/plans\/\./);
  assert.throws(() => lanesOf('docs'), /There is no test below docs\./);
  assert.throws(() => lanesOf('e2e/http', 'e2e/https'), /There is no test below e2e\/https\./);
});
