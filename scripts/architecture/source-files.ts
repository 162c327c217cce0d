import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { root } from '../run-child.mjs';

const folders = ['src', 'server', 'wire', 'scripts', 'e2e', 'bench', 'specs', 'cli'] as const;

export interface SourceFile {
  /** Relative to the project's root: `server/db/schema.ts`. */
  path: string;
  text: string;
  /** A test, or code used only by tests. */
  isTest: boolean;
}

/** An import of one project file by another. */
export interface Import {
  from: string;
  to: string;
  /** Imports only types, so it does not exist at run time. */
  isType: boolean;
  /** A dynamic import: `import('./Console.tsx')`. */
  isDynamic: boolean;
  isTest: boolean;
}

const statement =
  /^(?:import|export)\b(?!\.meta)(\s+type\b)?([^;'"]*?)\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?['"]([^'"]+)['"]/g;

/** All source files except generated ones. */
export const sourceFiles: SourceFile[] = globSync(`{${folders}}/**/*.{ts,tsx,mjs,css}`, { cwd: root })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => !path.includes('/generated/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8'), isTest: isTest(path) }));

export const imports: Import[] = sourceFiles.flatMap(readImports);

/** Reads the imports of a file that resolve to project files. */
export function readImports({ path, text, isTest }: SourceFile): Import[] {
  const found = [
    ...[...text.matchAll(statement)].map(([, type, names = '', target, bare]) => ({
      target: target ?? bare ?? '',
      isType: type !== undefined || hasOnlyTypes(names),
      isDynamic: false,
    })),
    ...[...text.matchAll(dynamic)].map(([, target = '']) => ({ target, isType: false, isDynamic: true })),
  ];
  return found.flatMap(({ target, ...kind }) => {
    const to = resolve(path, target);
    return to === undefined ? [] : [{ from: path, to, ...kind, isTest }];
  });
}

/** Whether an import list contains only types, as in `{ type A, type B }`. */
function hasOnlyTypes(names: string): boolean {
  const list = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  const each = list?.split(',').map((name) => name.trim());
  return each?.some(Boolean) ? each.every((name) => name === '' || name.startsWith('type ')) : false;
}

function resolve(from: string, target: string): string | undefined {
  if (target.startsWith('@site/')) return target.slice('@site/'.length);
  return target.startsWith('.') ? join(dirname(from), target).split(sep).join('/') : undefined;
}

function isTest(path: string): boolean {
  return (
    path.includes('.test.') ||
    path.startsWith('server/testing/') ||
    path.startsWith('e2e/') ||
    path.includes('-fixture.')
  );
}
