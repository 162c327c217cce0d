#!/usr/bin/env node
// `cais`: starts under any Node from 20 on, so it imports no packages and no TypeScript, and hands over to the project's own Node.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileCache, projectNode, root, runChild } from '../scripts/run-child.mjs';

const oldest = 20;
const own = 26;
const major = Number(process.versions.node.split('.')[0]);

if (major < oldest) {
  console.error(`cais needs Node ${oldest} or newer, and this is ${process.version}.`);
  process.exitCode = 1;
} else if (major >= own) {
  module.enableCompileCache?.(compileCache.NODE_COMPILE_CACHE);
  await import('./main.ts');
} else if (existsSync(projectNode)) {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  // Commands that `cais` runs find what they would find without it.
  const env = { PATH: process.env.PATH };
  const { code, interrupted } = await runChild(projectNode, args, { cwd: process.cwd(), env, isTied: true });
  process.exitCode = code ?? (interrupted ? 0 : 1);
} else {
  const isProject = existsSync(new URL('../package-lock.json', import.meta.url));
  const remedy = isProject
    ? `The packages of cais are not installed yet. In ${root}, run: npm ci`
    : `cais needs Node ${own} or newer, and this is ${process.version}. With npm: npx -p node@${own} -p cais cais …`;
  console.error(remedy);
  process.exitCode = 1;
}
