import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-child.mjs';
import { findTests } from './find-tests.ts';
import { type Ended, runLanes } from './lanes.ts';
import { moduleTests } from './module-tests.ts';
import { build, guides, journeys, journeysBelow, weights } from './site-steps.ts';
import { staticSteps } from './static-steps.ts';
import type { Step } from './step.ts';

/** The steps of `npm test`. Lanes run in parallel; each step of a lane needs the previous ones. */
const lanes: Step[][] = [
  [build, weights, journeys],
  [...staticSteps, moduleTests(), guides],
];

const asked = process.argv.slice(2).filter((word) => word !== '--watch');
const chosen = choose(asked);
let ended = await runLanes(chosen);
report(ended);
if (process.argv.includes('--watch')) await repeat();
process.exitCode = ended.every(({ outcome }) => outcome.ok) ? 0 : 1;

/** Selects steps by name and tests by path; everything by default. */
function choose(words: string[]): Step[][] {
  if (words.length === 0) return lanes;
  const paths = words.filter((word) => word.includes('/'));
  const names = words.filter((word) => !paths.includes(word));
  const steps = lanes.flat();
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    fail(`No such step: ${unknown.join(', ')}. There are ${steps.map(({ name }) => name).join(', ')}.`);
  const inBrowser = paths.filter((path) => path.startsWith('e2e/'));
  const modules = paths.filter((path) => !inBrowser.includes(path));
  if (modules.length > 0 && findTests(modules).length === 0) fail(`There is no test below ${modules.join(', ')}.`);
  return [
    ...lanes.map((lane) => lane.filter(({ name }) => names.includes(name))),
    modules.length > 0 ? [moduleTests(modules)] : [],
    inBrowser.length > 0 ? [build, journeysBelow(inBrowser)] : [],
  ].filter((lane) => lane.length > 0);
}

function report(all: Ended[]): void {
  const tests = all.flatMap(({ outcome }) => outcome.tests ?? []);
  const count = (end: string) => tests.filter(({ ended }) => ended === end).length;
  const slowest = [...tests].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
  if (slowest.length > 1) console.log('\nSlowest tests:');
  for (const { name, file, milliseconds } of slowest.length > 1 ? slowest : [])
    console.log(`  ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${name}  ${file}`);
  // Count a failed step without failed tests as one, so that the last line never says 0 failed.
  const broken = all.filter(({ outcome: { ok, tests = [] } }) => !ok && !tests.some(({ ended }) => ended === 'failed'));
  console.log(`\nFinished in ${(performance.now() / 1000).toFixed(1)} s`);
  if (count('skipped') > 0) console.log(`${count('skipped')} skipped`);
  console.log(`${count('passed')} passed, ${count('failed') + broken.length} failed`);
}

/** Runs everything again after each change, until interrupted. */
async function repeat(): Promise<never> {
  for (;;) {
    console.log('\nWaiting for changes. Press Ctrl-C to stop.');
    await nextChange();
    ended = await runLanes(chosen);
    report(ended);
  }
}

function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const watchers = ['server', 'specs', 'src', 'scripts', 'e2e'].map((folder) =>
      watch(join(root, folder), { recursive: true }, () => {
        for (const watcher of watchers) watcher.close();
        resolve();
      }),
    );
  });
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
