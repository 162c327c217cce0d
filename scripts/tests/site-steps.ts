import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { foreignPortal, foreignPortals } from '../../server/testing/foreign-portal.ts';
import { allSpecs, testFolder, unpackedPackages } from '../../server/testing/test-specs.ts';
import { ensureSite } from '../ensure-site.mjs';
import { findChromium } from '../find-chromium.ts';
import { unpackPackages } from '../packages/unpack-packages.ts';
import { projectNode } from '../run-child.mjs';
import { readPlaywrightResults } from './playwright-results.ts';
import { runCommand } from './run-command.ts';
import type { Outcome, Step } from './step.ts';

/** The settings with which the tests build and serve the portal. */
function testSite(): NodeJS.ProcessEnv {
  return { CAIS_DIR: testFolder, SPECS_PATH: allSpecs() };
}

export const build: Step = {
  name: 'build',
  isRequired: true,
  does: 'builds the portal, including the documents for the journeys',
  run: async () => {
    const built = await ensureSite({ env: testSite(), quiet: true });
    return { ok: true, output: built ? '' : 'Nothing has changed since the last build.' };
  },
};

export const weights: Step = {
  name: 'weights',
  does: 'checks page weights against their budgets',
  run: async () =>
    runCommand(projectNode, ['scripts/check-weights.ts'], { ...testSite(), CHROMIUM_PATH: await findChromium() }),
};

/** Playwright projects, split by whether they need a browser. */
const withoutBrowser = ['http', 'guides'];
const withBrowser = ['português', 'english', 'español'];

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

export const foreign: Step = {
  name: 'foreign',
  does: 'packs Cais, builds portals of somebody else with the packages, with all features and with less, and walks through them',
  run: async () => {
    // Of the public URL, only the path is built into the pages.
    const PUBLIC_URL = 'http://localhost:3000/developers';
    await unpackPackages();
    const compiled = await import(resolve(unpackedPackages, 'cais-portal/scripts/ensure-site.mjs'));
    for (const name of foreignPortals) {
      const env = { PORTAL: foreignPortal(name), SPECS_PATH: '', CAIS_DIR: '', PUBLIC_URL };
      await (compiled.ensureSite as typeof ensureSite)({ env, quiet: true });
    }
    return runPlaywright('foreign', ['foreign', 'reduced', 'plain']);
  },
};

/** The tests in `e2e/` below these paths. */
export function journeysBelow(paths: string[]): Step {
  return playwright('e2e', `runs ${paths.join(', ')}`, [...withoutBrowser, ...withBrowser], paths);
}

function playwright(name: string, does: string, projects: string[], paths: string[] = []): Step {
  return { name, does, run: () => runPlaywright(name, projects, paths) };
}

async function runPlaywright(name: string, projects: string[], paths: string[] = []): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'cais-results-'));
  const results = join(folder, 'results.json');
  const chosen = projects.map((project) => `--project=${project}`);
  // Playwright clears its output folder at the start, and steps run side by side.
  const artifacts = `--output=${join(testFolder, 'playwright', name)}`;
  const args = ['test', '--config=e2e', '--reporter=dot,json', artifacts, ...chosen, ...paths];
  const env = { CHROMIUM_PATH: await findChromium(), DATABASE_URL: '', PLAYWRIGHT_JSON_OUTPUT_FILE: results };
  try {
    const { ok, output } = await runCommand('playwright', args, { ...testSite(), ...env });
    const tests = readPlaywrightResults(results);
    return { ok: ok && tests.length > 0, output, tests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
