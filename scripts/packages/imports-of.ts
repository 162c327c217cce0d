import ts from 'typescript';

/** An import of a module by a literal name, and where that name stands in the code, without its quotes. */
export interface ImportedName {
  name: string;
  start: number;
  end: number;
}

/** What JavaScript or TypeScript imports, in the order of the code. */
export function importsOf(code: string): ImportedName[] {
  const { importedFiles } = ts.preProcessFile(code, true, true);
  return importedFiles
    .map(({ fileName, pos }) => ({ name: fileName, start: code.indexOf(fileName, pos), end: 0 }))
    .map((found) => ({ ...found, end: found.start + found.name.length }));
}

/** Code with other names of what it imports, where `rename` returns one. */
export function renameImports(code: string, rename: (name: string) => string): string {
  return importsOf(code).reduceRight(
    (text, { name, start, end }) => text.slice(0, start) + rename(name) + text.slice(end),
    code,
  );
}
