import type { Outcome, Step } from './step.ts';

/** A step that has run. */
export interface Ended {
  step: Step;
  outcome: Outcome;
  seconds: number;
}

/** Interval between progress messages, in milliseconds. */
const beat = 15_000;

/** Runs lanes in parallel; the steps of a lane run in order, up to a required one that fails. Prints each result when its step ends. */
export async function runLanes(lanes: Step[][]): Promise<Ended[]> {
  const running = new Map<string, string>();
  const heart = setInterval(() => {
    const words = [...running].map(([name, progress]) => (progress ? `${name} (${progress})` : name));
    if (words.length > 0) console.log(`  … ${words.join(', ')}`);
  }, beat);
  const all = await Promise.all(lanes.map((lane) => runLane(lane, running)));
  clearInterval(heart);
  return all.flat();
}

async function runLane(lane: Step[], running: Map<string, string>): Promise<Ended[]> {
  const ended: Ended[] = [];
  for (const step of lane) {
    const begun = performance.now();
    running.set(step.name, '');
    const outcome = await step.run((progress) => running.set(step.name, progress)).catch(crashed);
    running.delete(step.name);
    const seconds = (performance.now() - begun) / 1000;
    ended.push({ step, outcome, seconds });
    printResult(step, outcome, seconds);
    if (!outcome.ok && step.isRequired) break;
  }
  return ended;
}

function crashed(error: Error): Outcome {
  return { ok: false, output: `${error.stack ?? error}\n` };
}

function printResult({ name, does }: Step, { ok, output, tests = [] }: Outcome, seconds: number): void {
  const passed = tests.filter(({ ended }) => ended === 'passed').length;
  const count = tests.length > 0 ? `, ${passed} of ${tests.length} tests` : '';
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${count}  ${does}`);
  if (!ok || (output && tests.length === 0)) console.log(output.replace(/^/gm, '    ').trimEnd());
}
