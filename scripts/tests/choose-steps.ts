import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-child.mjs';
import { findTests } from './find-tests.ts';
import { moduleTests } from './module-tests.ts';
import { build, foreign, guides, journeys, journeysBelow, weights } from './site-steps.ts';
import { staticSteps } from './static-steps.ts';
import type { Step } from './step.ts';

/** Lanes run in parallel; the steps of a lane in order. All steps of the first need the build. */
const inSite: Step[] = [build, weights, journeys];
const others: Step[] = [...staticSteps, moduleTests(), guides, foreign];

/** The lanes of `npm test` for its arguments: names of steps, and paths of tests; everything by default. Throws if there is no such step or test. */
export function chooseSteps(words: string[]): Step[][] {
  if (words.length === 0) return [inSite, others];
  const steps = [...inSite, ...others];
  const names = words.filter((word) => steps.some(({ name }) => name === word));
  const paths = words.filter((word) => !names.includes(word));
  for (const path of paths) assertTests(path, steps);
  const isBelowE2e = (path: string) => /^e2e(\/|$)/.test(path);
  const [inBrowser, modules] = [paths.filter(isBelowE2e), paths.filter((path) => !isBelowE2e(path))];

  const named = (lane: Step[]) => lane.filter(({ name }) => names.includes(name));
  const served = [...named(inSite), ...(inBrowser.length > 0 ? [journeysBelow(inBrowser)] : [])];
  return [
    served.length > 0 ? [...new Set([build, ...served])] : [],
    named(others),
    modules.length > 0 ? [moduleTests(modules)] : [],
  ].filter((lane) => lane.length > 0);
}

function assertTests(path: string, steps: Step[]): void {
  if (!path.includes('/') && !existsSync(join(root, path)))
    throw new Error(`No such step: ${path}. There are ${steps.map(({ name }) => name).join(', ')}.`);
  // Playwright takes a line, too: e2e/http/remember.test.ts:12.
  if (findTests([path.replace(/^(e2e\/.*):\d+$/, '$1')]).length === 0)
    throw new Error(`There is no test below ${path}.`);
}
