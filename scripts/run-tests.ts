import { type Outcome, steps } from './test-steps.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

const chosen = wanted.length > 0 ? steps.filter((step) => wanted.includes(step.name)) : steps;
const total = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();
for (const [index, step] of chosen.entries()) {
  console.log(`\n[${index + 1}/${chosen.length}] ${step.name}: ${step.does}\n`);
  const begun = Date.now();
  const outcome = await step.run().catch((error: unknown): Outcome => {
    console.error(error);
    return { ok: false };
  });
  if (outcome.interrupted) process.exit(130);
  total.passed += outcome.passed ?? 0;
  total.skipped += outcome.skipped ?? 0;
  // A step that is no test counts as one when it fails, so that the last line never says 0 failed.
  total.failed += outcome.ok ? (outcome.failed ?? 0) : Math.max(outcome.failed ?? 0, 1);
  console.log(`\n${step.name} ${outcome.ok ? 'passed' : 'FAILED'} in ${seconds(begun)}`);
  if (!outcome.ok) break;
}

if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\nAll in ${seconds(started)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
