import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSite } from './ensure-site.mjs';
import { findChromium } from './find-chromium.ts';
import { projectNode, runChild } from './run-child.mjs';
import { startPostgres } from './test-postgres.ts';
import { prepareTestSpecs, TEST_CAIS_DIR } from './test-specs.ts';

export interface Outcome {
  ok: boolean;
  interrupted?: boolean;
  passed?: number;
  failed?: number;
  skipped?: number;
}

export interface Step {
  name: string;
  does: string;
  run: () => Promise<Outcome>;
}

/** All that `npm test` does, the quick first. */
export const steps: Step[] = [
  {
    name: 'types',
    does: 'checks the types of the portal, of the server and of the tests',
    run: () =>
      all(
        command(projectNode, 'scripts/generate-types.ts'),
        command('tsc', '--noEmit'),
        command('tsc', '-p', 'tsconfig.node.json'),
        command('tsc', '-p', 'e2e'),
      ),
  },
  {
    name: 'lint',
    does: 'lints and checks the format of the code',
    run: command('biome', 'check', '--error-on-warnings'),
  },
  {
    name: 'documents',
    does: 'lints the OpenAPI documents of specs/',
    run: command('npm', 'run', '--silent', 'lint:specs'),
  },
  {
    name: 'translations',
    does: 'looks for texts of the portal that a language lacks',
    run: command(projectNode, 'scripts/check-translations.ts'),
  },
  {
    name: 'server',
    does: 'tests the server, on SQLite and on PostgreSQL, and the modules of the portal',
    run: testModules,
  },
  {
    name: 'build',
    does: 'builds the portal with the documents that the journeys need added',
    run: async () => {
      const built = await ensureSite({ env: testSite() });
      if (!built) console.log('Nothing has changed since the last build.');
      return { ok: true };
    },
  },
  {
    name: 'weights',
    does: 'holds what the pages weigh against their budgets',
    run: () => command(projectNode, 'scripts/check-weights.ts')(testSite()),
  },
  {
    name: 'e2e',
    does: 'walks the journeys through the built portal and the live server, in Chromium',
    run: testJourneys,
  },
];

/** Settings of the portal that tests build and serve. */
function testSite(): NodeJS.ProcessEnv {
  return { CAIS_DIR: TEST_CAIS_DIR, SPECS_PATH: prepareTestSpecs() };
}

async function testModules(): Promise<Outcome> {
  const given = process.env.DATABASE_URL;
  const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
  try {
    return await counted(async (results) => {
      const reporters = [
        ['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ['--test-reporter=./scripts/count-tests.mjs', `--test-reporter-destination=${results}`],
      ].flat();
      const args = [
        '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
        '--test',
        '--test-concurrency=2',
        '--test-timeout=300000',
        ...reporters,
      ];
      const files = ['server', 'scripts', 'src', 'specs'].map((folder) => `${folder}/**/*.test.ts`);
      return command(projectNode, ...args, ...files)({ TEST_DATABASE_URL: postgres.url, DATABASE_URL: '' });
    });
  } finally {
    await postgres.stop();
  }
}

async function testJourneys(): Promise<Outcome> {
  const settings = { ...testSite(), CHROMIUM_PATH: await findChromium(), DATABASE_URL: '' };
  const playwright = command('playwright', 'test', '--config=e2e', '--reporter=list,json');
  return counted((results) => playwright({ ...settings, PLAYWRIGHT_JSON_OUTPUT_FILE: results }));
}

/** Runs tests that leave their results in a file, and adds what that file counts. */
async function counted(run: (results: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-results-'));
  try {
    const results = join(folder, 'results.json');
    const outcome = await run(results);
    const { stats, ...counts } = JSON.parse(readFileSync(results, 'utf8'));
    if (!stats) return { ...outcome, ...counts };
    return { ...outcome, passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function command(name: string, ...args: string[]): (env?: NodeJS.ProcessEnv) => Promise<Outcome> {
  return async (env = {}) => {
    const { code, interrupted } = await runChild(name, args, { env });
    return { ok: code === 0 && !interrupted, interrupted };
  };
}

async function all(...runs: (() => Promise<Outcome>)[]): Promise<Outcome> {
  for (const run of runs) {
    const outcome = await run();
    if (!outcome.ok) return outcome;
  }
  return { ok: true };
}
