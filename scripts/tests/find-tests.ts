import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../run-child.mjs';

/** Folders with unit tests. */
const folders = ['server', 'wire', 'scripts', 'src', 'specs', 'cli'];

/** Tests that start separate server processes take longest. */
const slow = /node:child_process|startServerProcess/;

/** Maximum number of test files per process; they share loaded modules and APIs. */
const most = 12;

/** The test files below these paths (a folder, a file or a prefix), or all except those of Playwright in `e2e`. */
export function findTests(paths: string[] = folders): string[] {
  const all = globSync(`{${[...folders, 'e2e']}}/**/*.test.ts`, { cwd: root }).map((path) => path.split(sep).join('/'));
  return all.filter((file) => paths.some((path) => file.startsWith(path))).sort();
}

/** Whether one of these test files drives a browser. */
export function needBrowser(files: string[]): boolean {
  return files.some((file) => /findChromium/.test(readFileSync(join(root, file), 'utf8')));
}

/** Groups test files by process: slow files alone and first, then ever smaller groups, so that all processes end together. */
export function groupTests(files: string[], processes: number): string[][] {
  const alone = files.filter((file) => slow.test(readFileSync(join(root, file), 'utf8')));
  const others = files.filter((file) => !alone.includes(file));
  const groups = alone.map((file) => [file]);
  while (others.length > 0) groups.push(others.splice(0, Math.min(most, Math.ceil(others.length / (2 * processes)))));
  return groups;
}
