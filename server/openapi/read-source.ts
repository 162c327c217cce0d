import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import { DocumentFaults, type Fault, lineOfPointer } from './faults.ts';
import { lazily } from './lazily.ts';

/** A YAML or JSON file: its value, and the line of each JSON pointer. */
export interface Source {
  file: string;
  value: unknown;
  lineOf(pointer: string): number;
  fault(pointer: string, message: Texts, remedy: Texts): Fault;
}

/** Reads a YAML or JSON file; throws DocumentFaults with line numbers when it cannot be parsed. */
export async function readSource(path: string): Promise<Source> {
  return sourceOf(path, await readFile(path, 'utf8'));
}

/** The same for the text of a file that was read. */
export function sourceOf(path: string, text: string): Source {
  const file = relative(process.cwd(), path);
  const json = parseJson(text);
  // JSON is YAML, too, but JSON.parse is many times faster; the YAML parse is only needed for the lines of faults.
  const yaml = lazily(() => parseYaml(text, file));
  const lineOf = (pointer: string) => lineOfPointer(yaml().document, yaml().lines, pointer);
  return {
    file,
    value: json === undefined ? toPlainValue(yaml().document, file) : json,
    lineOf,
    fault: (pointer, message, remedy) => ({ file, line: lineOf(pointer), message, remedy, pointer }),
  };
}

function parseJson(text: string): unknown {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // The YAML parser reports where it stops being valid.
    return undefined;
  }
}

function parseYaml(text: string, file: string): { document: YamlDocument; lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length === 0) return { document, lines };
  throw new DocumentFaults(
    document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      message: say('documents.no-yaml', { reason: error.message.split('\n')[0] }),
      remedy: say('documents.correct-syntax'),
    })),
  );
}

function toPlainValue(yaml: YamlDocument, file: string): unknown {
  try {
    // Honest documents have few aliases; the cap stops alias bombs.
    return yaml.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = (error as Error).message;
    const message = say('documents.not-expandable', { reason });
    const remedy = say('documents.replace-aliases');
    throw new DocumentFaults([{ file, line: 1, message, remedy }]);
  }
}
