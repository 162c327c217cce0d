import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allSpecs, testFolder } from '../../server/testing/test-specs.ts';
import { ensureSite } from '../ensure-site.mjs';
import { findChromium } from '../find-chromium.ts';
import { projectNode } from '../run-child.mjs';
import { runCommand } from './run-command.ts';
import type { Step, TestResult } from './step.ts';

/** The settings with which the tests build and serve the portal. */
function testSite(): NodeJS.ProcessEnv {
  return { CAIS_DIR: testFolder, SPECS_PATH: allSpecs() };
}

export const build: Step = {
  name: 'build',
  does: 'builds the portal, including the documents for the journeys',
  run: async () => {
    const built = await ensureSite({ env: testSite(), quiet: true });
    return { ok: true, output: built ? '' : 'Nothing has changed since the last build.' };
  },
};

export const weights: Step = {
  name: 'weights',
  does: 'checks page weights against their budgets',
  run: () => runCommand(projectNode, ['scripts/check-weights.ts'], testSite()),
};

/** Playwright projects, split by whether they need a browser. */
const withoutBrowser = ['http', 'guides'];
const withBrowser = ['português', 'english'];

export const guides = playwright(
  'guides',
  'runs what the guides show, and what callers do without a browser',
  withoutBrowser,
);
export const journeys = playwright(
  'journeys',
  'walks through the built portal and the live server, in Chromium',
  withBrowser,
);

/** The tests in `e2e/` below these paths. */
export function journeysBelow(paths: string[]): Step {
  return playwright('e2e', `runs ${paths.join(', ')}`, [...withoutBrowser, ...withBrowser], paths);
}

function playwright(name: string, does: string, projects: string[], paths: string[] = []): Step {
  return {
    name,
    does,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'cais-results-'));
      const results = join(folder, 'results.json');
      const chosen = projects.map((project) => `--project=${project}`);
      const args = ['test', '--config=e2e', '--reporter=dot,json', ...chosen, ...paths];
      const env = { CHROMIUM_PATH: await findChromium(), DATABASE_URL: '', PLAYWRIGHT_JSON_OUTPUT_FILE: results };
      try {
        const outcome = await runCommand('playwright', args, { ...testSite(), ...env });
        return { ...outcome, tests: readTests(results) };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

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

function readTests(file: string): TestResult[] {
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
