import { existsSync, readFileSync } from 'node:fs';
import type { TestResult } from './step.ts';

interface Suite {
  file: string;
  suites?: Suite[];
  specs: {
    title: string;
    file: string;
    tests: { projectName: string; results: { duration: number }[]; status: string }[];
  }[];
}

const ends: Record<string, TestResult['ended']> = { expected: 'passed', skipped: 'skipped' };

/** The tests in a file of Playwright's JSON reporter; none if Playwright ended before it wrote the file. */
export function readPlaywrightResults(file: string): TestResult[] {
  if (!existsSync(file)) return [];
  const { suites } = JSON.parse(readFileSync(file, 'utf8')) as { suites: Suite[] };
  return suites.flatMap(testsOf);
}

function testsOf({ suites = [], specs }: Suite): TestResult[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ projectName, results, status }) => ({
      name: `${title} (${projectName})`,
      file: `e2e/${file}`,
      milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
      ended: ends[status] ?? ('failed' as const),
    })),
  );
  return [...own, ...suites.flatMap(testsOf)];
}
