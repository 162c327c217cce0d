import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../run-child.mjs';
import { renameImports } from './imports-of.ts';
import { neverPacked, shippedAsSource } from './packed-files.ts';

const code = /\.(tsx?|mjs)$/;

/** Modern enough for every browser of `.browserslistrc`. */
const { options } = ts.convertCompilerOptionsFromJson(
  { target: 'es2022', module: 'esnext', jsx: 'react-jsx', verbatimModuleSyntax: true },
  root,
);

/**
 * Writes files of the project, by pattern, and what they import to a folder: TypeScript as JavaScript, since Node.js refuses types in
 * `node_modules`, all else as it is. Of what is imported, `elsewhere` names what a package has, by its path in the project. Types are
 * not checked.
 */
export function compileFiles(
  patterns: string[],
  folder: string,
  elsewhere: (path: string) => string | undefined = () => undefined,
): void {
  const found = globSync(patterns, { cwd: root, exclude: neverPacked, withFileTypes: true });
  const files = found.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const kept = globSync(shippedAsSource, { cwd: root });
  const all = new Set(files.map((file) => relative(root, file)));
  // A set is walked to its end, including what is added meanwhile.
  for (const file of all) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    if (!code.test(file) || kept.includes(file)) copyFileSync(join(root, file), join(folder, file));
    if (code.test(file)) writeFileSync(join(folder, compiledName(file)), compile(file));
  }

  function compile(file: string): string {
    const source = readFileSync(join(root, file), 'utf8');
    const { outputText } = ts.transpileModule(source, { fileName: file, compilerOptions: options });
    return renameImports(outputText, (name) => {
      if (!name.startsWith('.')) return name;
      const path = join(dirname(file), name);
      const other = elsewhere(path);
      if (other === undefined) all.add(path);
      return compiledName(other ?? name);
    });
  }
}

function compiledName(path: string): string {
  return path.replace(/\.tsx?$/, '.js');
}
