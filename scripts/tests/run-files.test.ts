import assert from 'node:assert/strict';
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../../server/testing/test-specs.ts';
import { runFiles } from './run-files.ts';

/** Runs test files with these contents in one process, as if from a terminal. */
async function run(...contents: string[]) {
  return await runWith(undefined, ...contents);
}

async function runWith(silence: number | undefined, ...contents: string[]) {
  const folder = realpathSync(temporaryFolder());
  const files = contents.map((content, index) => {
    const file = join(folder, `${index}.test.mjs`);
    writeFileSync(file, `import { describe, test } from 'node:test';\n${content}`);
    return file;
  });
  const { tests = [], ...outcome } = await runFiles(files, { NODE_TEST_CONTEXT: undefined }, silence);
  return { ...outcome, ends: tests.map(({ name, ended }) => `${name} ${ended}`) };
}

describe('test files in one process', () => {
  test('pass with their tests, whatever these print', async () => {
    const prints = "test('prints', () => { process.stdout.write('half a line'); });";
    const { ok, output, ends } = await run(prints, "test('is quiet', () => {});");
    assert.deepEqual(
      { ok, output, ends },
      { ok: true, output: 'half a line\n', ends: ['prints passed', 'is quiet passed'] },
    );
  });

  test('fail when one of them exits the process, even with 0', async () => {
    const { ok, output } = await run(
      "test('fails', () => { throw new Error(); });",
      "test('exits', () => process.exit(0));",
    );
    assert.equal(ok, false);
    assert.match(output, /exited before all of its tests had ended/);
  });

  test('fail when one of them has no test', async () => {
    const { ok, output, ends } = await run("test('is a test', () => {});", '');
    assert.deepEqual([ok, ends], [false, ['is a test passed']]);
    assert.match(output, /^✖ No test of .*1\.test\.mjs ran\n$/);
  });

  test('are ended when one of them loops for ever', async () => {
    const { ok, output } = await runWith(1_000, "test('loops', () => {\n  for (;;);\n});");
    assert.equal(ok, false);
    assert.match(
      output,
      /hung and was ended, before its first test, running\n {4}.*0\.test\.mjs\n {4}It did not answer/,
    );
  });

  test('are ended, and tell the test, when one waits for ever outside of any limit', async () => {
    const { ok, output } = await runWith(
      1_000,
      "test('waits', { timeout: Infinity }, () => new Promise((done) => setInterval(() => {}, 100)));",
    );
    assert.equal(ok, false);
    assert.match(output, /hung and was ended, in "waits" of .*0\.test\.mjs, running/);
  });

  test('end although one of them leaves something open', async () => {
    const { ok, ends } = await run(
      "import { createServer } from 'node:net';\ntest('listens', () => { createServer().listen(0, '127.0.0.1'); });",
      "test('comes later', () => {});",
    );
    assert.deepEqual([ok, ends], [true, ['listens passed', 'comes later passed']]);
  });

  test('end with their process, although one that they started lives on', async () => {
    const { ok, ends } = await run(
      `import { spawn } from 'node:child_process';
      test('starts another', () => {
        spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30_000)'], { detached: true, stdio: 'inherit' }).unref();
      });`,
    );
    assert.deepEqual([ok, ends], [true, ['starts another passed']]);
  });

  test('count a skipped suite as skipped, and a suite that fails apart from its tests as failed', async () => {
    const { ok, ends } = await run(`
      describe.skip('skipped', () => { test('a', () => {}); });
      describe('broken', () => { throw new Error('No'); });
      describe('with a failure', () => { test('b', () => { throw new Error('No'); }); });
    `);
    assert.deepEqual([ok, ends], [false, ['skipped skipped', 'broken failed', 'b failed']]);
  });
});
