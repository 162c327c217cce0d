import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../server/testing/test-specs.ts';
import { readPlaywrightResults } from './playwright-results.ts';

const file = () => join(temporaryFolder(), 'results.json');

test('a run of Playwright that wrote no results has no tests', () => {
  assert.deepEqual(readPlaywrightResults(file()), []);
});

test('tests of Playwright are found in all suites, once per project, with the time of all their attempts', () => {
  const runOf = (projectName: string, status: string, ...durations: number[]) => ({
    projectName,
    status,
    results: durations.map((duration) => ({ duration })),
  });
  const specs = [
    { title: 'a', file: 'http/a.test.ts', tests: [runOf('http', 'expected', 5), runOf('guides', 'unexpected', 5, 7)] },
    { title: 'b', file: 'http/a.test.ts', tests: [runOf('http', 'skipped')] },
  ];
  const results = file();
  writeFileSync(results, JSON.stringify({ suites: [{ file: 'a', specs: [], suites: [{ file: 'a', specs }] }] }));
  assert.deepEqual(readPlaywrightResults(results), [
    { name: 'a (http)', file: 'e2e/http/a.test.ts', milliseconds: 5, ended: 'passed' },
    { name: 'a (guides)', file: 'e2e/http/a.test.ts', milliseconds: 12, ended: 'failed' },
    { name: 'b (http)', file: 'e2e/http/a.test.ts', milliseconds: 0, ended: 'skipped' },
  ]);
});
