// `npm run bench:github`: GitHub's document served with the project's own APIs, from build to sandbox. It prints and asserts nothing.
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startPortal } from '../../scripts/portal-process.ts';
import { root } from '../../scripts/run-child.mjs';
import { readSettings } from '../../scripts/site/settings.ts';
import { fetchPackage } from '../fetch-package.ts';
import { measureBuild, memoryOf } from './measure-build.ts';
import { htmlHas, measurePages } from './measure-pages.ts';
import { print, say } from './print.ts';
import { walkSandbox } from './walk-sandbox.ts';

const caisDir = join(readSettings(root).caisDir, 'github');
const site = join(caisDir, 'site');
const specs = join(caisDir, 'specs');
mkdirSync(join(specs, 'github'), { recursive: true });
copyFileSync(
  fetchPackage('@octokit/openapi', '23.0.2', 'generated/api.github.com.json'),
  join(specs, 'github', 'openapi.yaml'),
);
const env = { CAIS_DIR: caisDir, SPECS_PATH: ['specs', specs].join(delimiter) };

// `-- built` reuses the last build.
const build = process.argv.includes('built') ? undefined : await measureBuild(env);
const pages = await measurePages(site, 'github');
// The first start fills the compile cache; the second one is measured.
await (await startPortal({ ...env, DATA_DIR: mkdtempSync(join(tmpdir(), 'cais-github-')) })).end();
const portal = await startPortal({ ...env, DATA_DIR: mkdtempSync(join(tmpdir(), 'cais-github-')) });
const memoryAtReady = memoryOf(portal.pid);
try {
  const calls = await walkSandbox(portal.origin);
  console.log('');
  if (build) print('generate and build', build.seconds, 's', 150);
  if (build?.peakMegabytes) print('peak memory of the build', build.peakMegabytes, 'MB');
  print('output', pages.output, 'MB', 200);
  print('server ready', portal.readyAfter / 1000, 's', 2);
  if (memoryAtReady) print('memory of the server when ready', memoryAtReady, 'MB');
  print(`HTML of ${pages.pages} endpoint pages, median`, pages.median, 'kB');
  print('HTML of the largest one', pages.largest, 'kB');
  print('scripts and data of a median page', pages.scripts, 'kB gzip', 190);
  print('scripts and data of the largest one', pages.scriptsOfLargest, 'kB gzip', 190);
  const named = ['assignees', 'array', 'Logins for Users to assign to this issue'];
  say('parameters and fields in the HTML', htmlHas(site, 'reference/github/issues-create', named) ? 'yes' : 'NO');
  console.log('\nThe sandbox, each operation for the first time:');
  for (const { request, status, expected, milliseconds } of calls)
    say(`  ${request}`, `${status}${status === expected ? '' : `, NOT ${expected}`}   ${milliseconds.toFixed(0)} ms`);
} finally {
  await portal.end();
}
