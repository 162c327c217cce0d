import { availableParallelism } from 'node:os';
import { startPostgres } from '../../server/testing/postgres-server.ts';
import { findChromium } from '../find-chromium.ts';
import { compileCache } from '../run-child.mjs';
import { findTests, groupTests, needBrowser } from './find-tests.ts';
import { runFiles } from './run-files.ts';
import type { Outcome, Step } from './step.ts';

/** The unit tests below these paths, or all of them, on SQLite and PostgreSQL. */
export function moduleTests(paths?: string[]): Step {
  return {
    name: 'server',
    does: 'tests the modules of the server (on SQLite and PostgreSQL) and of the portal',
    run: async (onProgress) => {
      const files = findTests(paths);
      const given = process.env.DATABASE_URL;
      const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
      try {
        const env = { ...compileCache, TEST_DATABASE_URL: postgres.url, DATABASE_URL: '' };
        const browser = needBrowser(files) ? { CHROMIUM_PATH: await findChromium() } : {};
        return await runGroups(files, { ...env, ...browser }, onProgress);
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
      outcomes.push(await runFiles(group, env));
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
