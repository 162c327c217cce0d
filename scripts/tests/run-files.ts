import { join, relative, resolve, sep } from 'node:path';
import { projectNode, root } from '../run-child.mjs';
import { runCommand } from './run-command.ts';
import type { Outcome, TestResult } from './step.ts';
import { createStuckProcess } from './stuck-process.ts';

const args = [
  '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
  // The clients are written by Node.js's own stripping of types.
  '--disable-warning=ExperimentalWarning',
  '--test',
  '--test-isolation=none',
  '--test-timeout=300000',
  // What a test has left open, such as a listener, must not keep the process for ever.
  '--test-force-exit',
  `--test-reporter=${join(root, 'scripts/tests/report-tests.mjs')}`,
];

/** A text of `report-tests.mjs`: a test that begins, one that has ended, or the end of all tests. */
type Report = TestResult & { error?: string; begun?: true; complete?: true };

/**
 * Runs test files in one process. Fails if a file reports no test, if the process exits before all tests have ended, or if it has to
 * be ended because it hangs.
 */
export async function runFiles(files: string[], env: NodeJS.ProcessEnv, silence?: number): Promise<Outcome> {
  const { isCut, ...outcome } = await runOnce(files, env, silence);
  if (!isCut) return outcome;
  // The forced exit may cut the end of a report off that says nothing wrong. A test that exits the process does so again.
  const { isCut: _, ...again } = await runOnce(files, env, silence);
  return again;
}

async function runOnce(
  files: string[],
  env: NodeJS.ProcessEnv,
  silence: number | undefined,
): Promise<Outcome & { isCut: boolean }> {
  const stuck = createStuckProcess(silence);
  const { ok, output } = await runCommand(projectNode, [...stuck.args, ...args, ...files], env, stuck.watch);
  const { reports, others } = readOutput(output);
  const tests = reports.filter(({ begun, complete }) => !begun && !complete);
  const where = stuck.tell();
  const failed = tests.filter(({ ended }) => ended === 'failed');
  const faults = [
    ...failed.map(({ name, file, error = '' }) => `✖ ${name}\n  ${file}\n${indented(error)}\n`),
    ...(where
      ? [
          `✖ The process hung and was ended, ${lastOf(reports)}, running\n${indented([...files.map(fromRoot), where].join('\n'))}\n`,
        ]
      : []),
    ...(reports.some(({ complete }) => complete) ? [] : ['✖ The process exited before all of its tests had ended\n']),
    ...files
      .map(fromRoot)
      .flatMap((path) => (tests.some(({ file }) => file === path) ? [] : `✖ No test of ${path} ran\n`)),
  ];
  const isCut = ok && !where && failed.length === 0 && !reports.some(({ complete }) => complete);
  return { ok: ok && faults.length === 0, output: [...others, ...faults].join(''), tests, isCut };
}

/** Separates the reports from everything else that the process printed. */
function readOutput(output: string): { reports: Report[]; others: string[] } {
  const lines = output.split('\n').map((line) => line.split('\u001e'));
  const texts = lines.flatMap(([, text]) => text ?? []);
  const reports = texts.map((text) => JSON.parse(text) as Report);
  return {
    reports: reports.map((report) => ({ ...report, file: fromRoot(report.file ?? '') })),
    others: lines.flatMap(([other = '']) => (other.trim() ? `${other}\n` : [])),
  };
}

/** What a process did last, by its reports. */
function lastOf(reports: Report[]): string {
  const last = reports.at(-1);
  if (last?.complete) return 'after all of its tests';
  return last ? `${last.begun ? 'in' : 'after'} "${last.name}" of ${last.file}` : 'before its first test';
}

function fromRoot(file: string): string {
  return relative(root, resolve(root, file)).split(sep).join('/');
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
