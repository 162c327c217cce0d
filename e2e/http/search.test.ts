import { spawnSync } from 'node:child_process';
import { projectNode, root } from '../../scripts/run-child.mjs';
import { testFolder } from '../../server/testing/test-specs.ts';
import { expect, test } from '../support/portal-test.ts';

for (const locale of ['pt-BR', 'en', 'es']) {
  test(`what readers type finds first what they mean, on pages in ${locale}`, () => {
    const env = { ...process.env, CAIS_DIR: testFolder };
    const { status, stdout } = spawnSync(projectNode, ['bench/search.ts', locale], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    expect(status, stdout).toBe(0);
  });
}
