import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importsOf } from './imports-of.ts';

/** What the compiled files of packages in a folder import of each other and is not there: `cais/cli/main.js: ./command.js`. */
export function missingImports(folder: string): string[] {
  return globSync('*/{*,**/*}.{js,mjs}', { cwd: folder }).flatMap((file) => {
    const names = importsOf(readFileSync(join(folder, file), 'utf8')).map(({ name }) => name);
    return names.filter((name) => !isThere(folder, file, name)).map((name) => `${file}: ${name}`);
  });
}

function isThere(folder: string, file: string, name: string): boolean {
  if (name.startsWith('.')) return existsSync(join(folder, dirname(file), name));
  if (name.startsWith('cais/server/')) return existsSync(join(folder, name));
  // Pages are named as in the project, and the bundler finds what they are compiled to (`bundling.ts`).
  const page = /^@site\/(.*)\.tsx?$/.exec(name)?.[1];
  return page === undefined || existsSync(join(folder, file.split('/')[0] ?? '', `${page}.js`));
}
