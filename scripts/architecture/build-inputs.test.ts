import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { INPUTS, PORTAL_INPUTS } from '../ensure-site.mjs';
import { root } from '../run-child.mjs';
import { imports, readImports, sourceFiles } from './source-files.ts';

/** What the build runs: its scripts, some of which are named in a configuration, and the profiles of the APIs. */
const starts =
  /^scripts\/((build|prepare-site|generate-types|search\/index-site)\.ts$|site\/)|^specs\/[^/]+\/sandbox\.ts$/;

/** The files of the project that the build runs, without types. */
function filesOfBuild(): string[] {
  const path = 'docusaurus.config.ts';
  const text = readFileSync(join(root, path), 'utf8');
  const all = [...imports, ...readImports({ path, text, isTest: false })].filter(({ isType }) => !isType);
  const started = sourceFiles.filter((file) => starts.test(file.path) && !file.isTest);
  const found = new Set([path, ...started.map((file) => file.path)]);
  // A set is walked to its end, including what is added meanwhile.
  for (const file of found) for (const { from, to } of all) if (from === file) found.add(to);
  return [...found];
}

const inputs = [...INPUTS, ...PORTAL_INPUTS, 'specs'];

test('each file that the build runs is below an input', () => {
  const files = filesOfBuild();
  assert.ok(files.length > 150, 'Too few files were found: the patterns no longer match.');
  const missing = files.filter((file) => !inputs.some((input) => file === input || file.startsWith(`${input}/`)));
  assert.deepEqual(missing, [], 'Add it to INPUTS in scripts/ensure-site.mjs, or its changes build no new portal.');
});

test('each input of the build exists', () => {
  const missing = inputs.filter((input) => !existsSync(join(root, input)));
  assert.deepEqual(missing, [], 'Delete it from INPUTS in scripts/ensure-site.mjs.');
});
