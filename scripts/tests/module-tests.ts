import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { compileCache, projectNode, root } from '../run-child.mjs';
import { findTests, groupTests } from './find-tests.ts';
import { startPostgres } from './postgres.ts';
import { runCommand } from './run-command.ts';
import type { Outcome, Step, TestResult } from './step.ts';

const args = [
  '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
  '--test',
  '--test-isolation=none',
  '--test-timeout=300000',
  `--test-reporter=${join(root, 'scripts/tests/report-tests.mjs')}`,
];

/** A line of output of `report-tests.mjs`. */
type Line = TestResult & { error?: string };

/** The unit tests below these paths, or all of them, on SQLite and PostgreSQL. */
export function moduleTests(paths?: string[]): Step {
  return {
    name: 'server',
    does: 'tests the modules of the server (on SQLite and PostgreSQL) and of the portal',
    run: async (onProgress) => {
      const given = process.env.DATABASE_URL;
      const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
      try {
        const env = { ...compileCache, TEST_DATABASE_URL: postgres.url, DATABASE_URL: '' };
        return await runGroups(findTests(paths), env, onProgress);
      } finally {
        await postgres.stop();
      }
    },
  };
}

/** Runs groups of files in parallel, one process per processor. */
async function runGroups(
  files: string[],
  env: NodeJS.ProcessEnv,
  onProgress: (progress: string) => void,
): Promise<Outcome> {
  const processes = availableParallelism();
  const groups = groupTests(files, processes);
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      outcomes.push(readResults(await runCommand(projectNode, [...args, ...group], env)));
      onProgress(`${outcomes.flatMap(({ tests = [] }) => tests).length} tests`);
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return {
    ok: files.length > 0 && outcomes.every(({ ok }) => ok),
    output: outcomes.map(({ output }) => output).join(''),
    tests: outcomes.flatMap(({ tests = [] }) => tests),
  };
}

/** Parses a process's output into test results, failures and other output. */
function readResults({ ok, output }: Outcome): Outcome {
  const lines = output.split('\n').map((text) => findLine(text) ?? text);
  const tests = lines.filter((line): line is Line => typeof line === 'object');
  const failed = tests.filter(({ ended }) => ended === 'failed');
  const failures = failed.map(({ name, file, error = '' }) => `✖ ${name}\n  ${file}\n${indented(error)}\n`);
  const others = lines.filter((line): line is string => typeof line === 'string' && line.trim() !== '');
  return { ok: ok && failed.length === 0, output: [...others.map((line) => `${line}\n`), ...failures].join(''), tests };
}

function findLine(text: string): Line | undefined {
  if (!text.startsWith('{"name":')) return undefined;
  const { file, ...line } = JSON.parse(text) as Line;
  return { ...line, file: file.replace(`${root}`, '') };
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
