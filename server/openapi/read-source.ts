import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { isAlias, isScalar, visit, type Document as YamlDocument } from 'yaml';
import { mayHaveLongIntegers, parseExactly } from '../../wire/exact-json.ts';
import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import { expandAliases } from './expand-aliases.ts';
import { DocumentFaults, type Fault, lineOfPointer, pointerSegments } from './faults.ts';
import { lazily } from './lazily.ts';
import { keepExactIntegers } from './long-integers.ts';
import { parseYaml } from './parse-yaml.ts';
import { mayHaveNames, withPointers } from './references/with-pointers.ts';

/** A YAML or JSON file: its value, and the line of each JSON pointer. */
export interface Source {
  file: string;
  value: unknown;
  /** What is wrong with the file that it was read in spite of. */
  faults: Fault[];
  /** The anchors of a schema's file, as JSON pointers. */
  anchors?: ReadonlyMap<string, string>;
  /** Why references to other files were not followed, by the pointer of their `$ref`. */
  refused?: ReadonlyMap<string, { message: Texts; remedy: Texts }>;
  lineOf(pointer: string): number;
  /** The characters of a scalar, as they stand in the file; undefined if nothing is there. */
  textAt(pointer: string): string | undefined;
  fault(pointer: string, message: Texts, remedy: Texts): Fault;
}

/** Reads a YAML or JSON file, a document unless it is data; throws DocumentFaults with line numbers when it cannot be parsed. */
export async function readSource(path: string, kind: 'document' | 'data' = 'document'): Promise<Source> {
  return sourceOf(path, await readFile(path, 'utf8'), kind);
}

/** The same for the text of a file that was read. */
export function sourceOf(path: string, text: string, kind: 'document' | 'data' = 'document'): Source {
  const file = relative(process.cwd(), path);
  const json = parseJson(text);
  // JSON is YAML, too, but JSON.parse is many times faster; the YAML parse is only needed for the lines of faults.
  const yaml = lazily(() => parseYaml(text, file));
  const value = json === undefined ? toPlainValue(yaml().document, file) : json;
  const isDocument = kind === 'document';
  const exact = isDocument && mayHaveLongIntegers(text) ? keepExactIntegers(value) : value;
  const named = isDocument && mayHaveNames(text) ? withPointers(exact) : { value: exact };
  const lineOf = (pointer: string) => lineOfPointer(yaml().document, yaml().lines, pointer);
  return {
    file,
    ...named,
    faults: json === undefined ? yaml().faults : [],
    lineOf,
    textAt: (pointer) => {
      const node = yaml().document.getIn(pointerSegments(pointer), true);
      return isScalar(node) ? node.source : undefined;
    },
    fault: (pointer, message, remedy) => ({ file, line: lineOf(pointer), message, remedy, pointer }),
  };
}

function parseJson(text: string): unknown {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined;
  try {
    return parseExactly(text.replace(/^\uFEFF/, ''));
  } catch {
    // The YAML parser reports where it stops being valid.
    return undefined;
  }
}

function toPlainValue(yaml: YamlDocument, file: string): unknown {
  try {
    // Aliases are bounded by what they stand for, not by their number.
    const value: unknown = yaml.toJS({ maxAliasCount: -1 });
    return hasAliases(yaml) ? expandAliases(value) : value;
  } catch (error) {
    const reason = (error as Error).message;
    const message = say('documents.not-expandable', { reason });
    const remedy = say('documents.replace-aliases');
    throw new DocumentFaults([{ file, line: 1, message, remedy }]);
  }
}

function hasAliases(yaml: YamlDocument): boolean {
  let found = false;
  visit(yaml, {
    Node: (_, node) => {
      if (!isAlias(node)) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}
