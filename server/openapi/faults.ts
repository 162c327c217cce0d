import { isCollection, type LineCounter, type Document as YamlDocument } from 'yaml';
import type { Texts } from '../answers/texts.ts';
import type { Stage } from './isolation/stages.ts';

/** One thing wrong with a document or profile: where it is, what it is, and how to fix it. */
export interface Fault {
  file: string;
  line: number;
  message: Texts;
  remedy: Texts;
  /** The place in the document, as a JSON pointer. */
  pointer?: string;
  /** The operation that is left out for it, such as `GET /visits`; without one, it is more than an operation, or a part. */
  operation?: string;
  /** What was being done. */
  stage?: Stage;
}

/** Thrown when a document cannot be served; carries every fault found. */
export class DocumentFaults extends Error {
  override name = 'DocumentFaults';
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    super(faults.map((fault) => describeFault(fault)).join('\n'));
    this.faults = faults;
  }
}

/** Describes a fault in one line; in English for the people who run a portal. */
export function describeFault({ file, line, message, remedy }: Fault, language: keyof Texts = 'en'): string {
  return `${file}:${line} ${message[language]} ${remedy[language]}`;
}

/** The line of a JSON pointer's node in a YAML source, or of its nearest ancestor that exists. */
export function lineOfPointer(source: YamlDocument, lines: LineCounter, pointer: string): number {
  const segments = pointerSegments(pointer);
  for (let length = segments.length; length > 0; length--) {
    const line = lineOfKey(source, lines, segments.slice(0, length));
    if (line !== undefined) return line;
  }
  return 1;
}

function lineOfKey(source: YamlDocument, lines: LineCounter, path: string[]): number | undefined {
  const parent = source.getIn(path.slice(0, -1), true);
  if (!isCollection(parent)) return undefined;
  const last = path.at(-1);
  const at = parent.items.findIndex((item, index) =>
    'key' in (item as object) ? String((item as { key: unknown }).key) === last : String(index) === last,
  );
  const item = parent.items[at] as
    | { key?: { range?: [number, number, number] }; range?: [number, number, number] }
    | undefined;
  const range = item?.key?.range ?? item?.range;
  return range && lines.linePos(range[0]).line;
}

/** Splits a JSON pointer (RFC 6901) into its unescaped segments. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Joins segments into a JSON pointer (RFC 6901). */
export function pointerOf(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
