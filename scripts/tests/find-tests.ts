import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../run-child.mjs';

/** Where the tests of modules are; those of `e2e` are Playwright's. */
const folders = ['server', 'scripts', 'src', 'specs'];

/** Files that start servers of their own take longest. */
const slow = /node:child_process|startServerProcess/;

/** How many files share a process at most: what they import is loaded once, and the APIs with it. */
const most = 12;

/** The test files below these paths (a folder, a file, or how its name begins), or all of them. */
export function findTests(paths: string[] = folders): string[] {
  const all = globSync(`{${folders}}/**/*.test.ts`, { cwd: root }).map((path) => path.split(sep).join('/'));
  return all.filter((file) => paths.some((path) => file.startsWith(path))).sort();
}

/** Groups of files that share a process each, those first that take longest, the smallest last: then all processes end at about the same time. */
export function groupTests(files: string[], processes: number): string[][] {
  const alone = files.filter((file) => slow.test(readFileSync(join(root, file), 'utf8')));
  const others = files.filter((file) => !alone.includes(file));
  const groups = alone.map((file) => [file]);
  while (others.length > 0) groups.push(others.splice(0, Math.min(most, Math.ceil(others.length / (2 * processes)))));
  return groups;
}
