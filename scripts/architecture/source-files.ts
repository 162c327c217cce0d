import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { root } from '../run-child.mjs';

/** The project's folders of code. */
const folders = ['src', 'server', 'scripts', 'e2e', 'bench', 'specs'] as const;

export interface SourceFile {
  /** From the project's root: `server/db/schema.ts`. */
  path: string;
  text: string;
  /** A test, or what only tests use. */
  isTest: boolean;
}

/** An import of one file of the project by another. */
export interface Import {
  from: string;
  to: string;
  /** Only types are imported: at run time there is nothing of it. */
  isType: boolean;
  /** It is fetched when it is needed: `import('./Console.tsx')`. */
  isLate: boolean;
  isTest: boolean;
}

const statement =
  /^(?:import|export)\b(?!\.meta)(\s+type\b)?([^;'"]*?)\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm;
const late = /\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?['"]([^'"]+)['"]/g;

/** Every file that is written by hand. */
export const sourceFiles: SourceFile[] = globSync(`{${folders}}/**/*.{ts,tsx,mjs,css}`, { cwd: root })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => !path.includes('/generated/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8'), isTest: isTest(path) }));

export const imports: Import[] = sourceFiles.flatMap(readImports);

/** Reads the imports of a file that lead to files of the project. */
function readImports({ path, text, isTest }: SourceFile): Import[] {
  const found = [
    ...[...text.matchAll(statement)].map(([, type, names = '', target, bare]) => ({
      target: target ?? bare ?? '',
      isType: type !== undefined || hasOnlyTypes(names),
      isLate: false,
    })),
    ...[...text.matchAll(late)].map(([, target = '']) => ({ target, isType: false, isLate: true })),
  ];
  return found.flatMap(({ target, ...kind }) => {
    const to = resolve(path, target);
    return to === undefined ? [] : [{ from: path, to, ...kind, isTest }];
  });
}

/** `{ type A, type B }`: what is left at run time is nothing. */
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
