import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { DocumentFaults, type Fault, lineOfPointer } from './faults.ts';

/** A YAML or JSON file with its value and the way back from a JSON pointer to a line. */
export interface Source {
  file: string;
  value: unknown;
  fault(pointer: string, message: string, mend: string): Fault;
}

/** Reads a YAML or JSON file; throws DocumentFaults with line numbers when it cannot be parsed. */
export async function readSource(path: string): Promise<Source> {
  const file = relative(process.cwd(), path);
  const lines = new LineCounter();
  const yaml = parseDocument(await readFile(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  if (yaml.errors.length > 0) {
    throw new DocumentFaults(
      yaml.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        message: `The file is not valid YAML: ${error.message.split('\n')[0]}`,
        mend: 'Mend the syntax here; indentation and unquoted colons are the usual causes.',
      })),
    );
  }
  return {
    file,
    value: toPlainValue(yaml, file),
    fault: (pointer, message, mend) => ({ file, line: lineOfPointer(yaml, lines, pointer), message, mend }),
  };
}

function toPlainValue(yaml: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    // Aliases are few in honest documents; the cap stops documents that multiply themselves.
    return yaml.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = `The file cannot be expanded: ${(error as Error).message}`;
    throw new DocumentFaults([{ file, line: 1, message, mend: 'Replace YAML aliases by references to components.' }]);
  }
}
