#!/usr/bin/env node
// `cais`: starts under any Node from 20 on, so it imports no packages and no TypeScript, and hands over to the project's own Node.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileCache, projectNode, root, runChild } from '../scripts/run-child.mjs';
import { findTooOld, oldestToRun, oldestToStart } from '../server/settings/node-versions.mjs';

const tooOldToStart = findTooOld(oldestToStart);
const tooOldToRun = findTooOld(oldestToRun);

if (tooOldToStart) fail(tooOldToStart);
else if (!tooOldToRun) {
  module.enableCompileCache?.(compileCache.NODE_COMPILE_CACHE);
  await import('./main.ts');
} else if (existsSync(projectNode)) {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  // Commands that `cais` runs find what they would find without it.
  const env = { PATH: process.env.PATH };
  const { code, interrupted } = await runChild(projectNode, args, { cwd: process.cwd(), env, isTied: true });
  process.exitCode = code ?? (interrupted ? 0 : 1);
} else if (existsSync(new URL('../package-lock.json', import.meta.url)))
  fail(`The packages of cais are not installed yet. In ${root}, run: npm ci`);
else fail(`${tooOldToRun} With npm: npx -p node@${oldestToRun.split('.')[0]} -p cais cais …`);

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
