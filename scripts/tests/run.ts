import { chooseSteps } from './choose-steps.ts';
import { type Ended, runLanes } from './lanes.ts';
import type { Step } from './step.ts';
import { useMemory } from './use-memory.ts';
import { watchProject } from './watch-project.ts';

const asked = process.argv.slice(2).filter((word) => word !== '--watch');
const lanes = choose();
useMemory();
// Watches before the first run, so that no change is missed.
const nextChange = process.argv.includes('--watch') ? watchProject() : undefined;
let begun = 0;
for (;;) {
  const ended = await runLanes(lanes);
  report(ended);
  process.exitCode = ended.every(({ outcome }) => outcome.ok) ? 0 : 1;
  if (!nextChange) break;
  console.log('\nWaiting for changes. Press Ctrl-C to stop.');
  await nextChange();
  begun = performance.now();
}

function choose(): Step[][] {
  try {
    return chooseSteps(asked);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
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
  const left = lanes.flat().filter((step) => !all.some((one) => one.step === step));
  console.log(`\nFinished in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  if (left.length > 0) console.log(`not run: ${left.map(({ name }) => name).join(', ')}`);
  if (count('skipped') > 0) console.log(`${count('skipped')} skipped`);
  console.log(`${count('passed')} passed, ${count('failed') + broken.length} failed`);
}
