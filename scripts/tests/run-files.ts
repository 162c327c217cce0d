import { join, relative, resolve, sep } from 'node:path';
import { projectNode, root } from '../run-child.mjs';
import { runCommand } from './run-command.ts';
import type { Outcome, TestResult } from './step.ts';

const args = [
  '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
  // The clients are written by Node.js's own stripping of types.
  '--disable-warning=ExperimentalWarning',
  '--test',
  '--test-isolation=none',
  '--test-timeout=300000',
  `--test-reporter=${join(root, 'scripts/tests/report-tests.mjs')}`,
];

/** A text of `report-tests.mjs`: a test, or the end of all tests. */
type Report = TestResult & { error?: string; complete?: true };

/** Runs test files in one process. Fails if a file reports no test, or if the process exits before all tests have ended. */
export async function runFiles(files: string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const { ok, output } = await runCommand(projectNode, [...args, ...files], env);
  const { reports, others } = readOutput(output);
  const tests = reports.filter(({ complete }) => !complete);
  const failed = tests.filter(({ ended }) => ended === 'failed');
  const faults = [
    ...failed.map(({ name, file, error = '' }) => `✖ ${name}\n  ${file}\n${indented(error)}\n`),
    ...(reports.some(({ complete }) => complete) ? [] : ['✖ The process exited before all of its tests had ended\n']),
    ...files
      .map(fromRoot)
      .flatMap((path) => (tests.some(({ file }) => file === path) ? [] : `✖ No test of ${path} ran\n`)),
  ];
  return { ok: ok && faults.length === 0, output: [...others, ...faults].join(''), tests };
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

function fromRoot(file: string): string {
  return relative(root, resolve(root, file)).split(sep).join('/');
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
